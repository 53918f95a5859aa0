package org.countinghouse.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.render.CsvRenderer;
import org.countinghouse.reporting.render.JsonRenderer;
import org.countinghouse.reporting.render.RowWriter;
import org.countinghouse.reporting.render.StreamedXlsxRenderer;
import org.countinghouse.reporting.render.XlsxRenderer;
import org.countinghouse.reporting.spi.ContentHash;
import org.countinghouse.reporting.spi.GroupBooks;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.StreamedReport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Runs the reports there are and writes their tables as files. */
@Service
public class Reports {

  private final Map<String, Report> reports = new TreeMap<>();
  private final ObjectProvider<GroupBooks> groups;
  private final Clock clock;
  private final String address;

  Reports(
      List<Report> reports,
      ObjectProvider<GroupBooks> groups,
      Clock clock,
      @Value("${countinghouse.security.issuer:http://localhost:8080}") String address) {
    for (Report report : reports) {
      Report twin = this.reports.put(report.name(), report);
      if (twin != null) {
        throw new IllegalStateException("two reports are called " + report.name());
      }
    }
    this.groups = groups;
    this.clock = clock;
    this.address = address;
  }

  /**
   * A report that is going to be written.
   *
   * @param report what is asked
   * @param request of whom and with which parameters
   * @param frame the table without its rows
   */
  public record Prepared(Report report, ReportRequest request, ReportTable frame) {

    /** Whether its rows are many and go into the file one by one. */
    public boolean isStreamed() {
      return report instanceof StreamedReport;
    }
  }

  /** Every report there is, by name. */
  public List<Report> list() {
    return new ArrayList<>(reports.values());
  }

  /**
   * The group of this code, as a scope.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.group-unknown}
   */
  @Transactional(readOnly = true)
  public ReportScope.OfGroup group(String code) {
    return groups
        .orderedStream()
        .flatMap(books -> books.find(code).stream())
        .findFirst()
        .orElseThrow(() -> ReportingError.GROUP_UNKNOWN.with(code));
  }

  /**
   * Runs a report of one organization; as {@link #run(String, ReportScope, Map, Locale)}.
   *
   * @param parameters as the caller wrote them
   */
  @Transactional(readOnly = true)
  public ReportTable run(
      String name, Organization organization, Map<String, String> parameters, Locale locale) {
    return run(name, ReportScope.of(organization), parameters, locale);
  }

  /**
   * Runs a report.
   *
   * @param parameters as the caller wrote them
   * @throws org.countinghouse.errors.BusinessException {@code reporting.report-unknown}, {@code
   *     reporting.scope-unsupported}, {@code reporting.parameter-unknown}, {@code
   *     reporting.parameter-missing}, {@code reporting.parameter-invalid}, {@code
   *     reporting.too-many-rows}
   */
  @Transactional(readOnly = true)
  public ReportTable run(
      String name, ReportScope scope, Map<String, String> parameters, Locale locale) {
    Report report = checked(name, scope, parameters);
    return report.run(new ReportRequest(scope, parameters, locale, clock.instant()));
  }

  /**
   * Begins a report that is to be written as a file: runs it, or, where its rows are many, only
   * looks whether it can be run. What is refused is refused here, before the first byte.
   *
   * @param parameters as the caller wrote them
   * @throws org.countinghouse.errors.BusinessException as {@link #run(String, ReportScope, Map,
   *     Locale)}
   */
  @Transactional(readOnly = true)
  public Prepared prepare(
      String name, ReportScope scope, Map<String, String> parameters, Locale locale) {
    Report report = checked(name, scope, parameters);
    ReportRequest request = new ReportRequest(scope, parameters, locale, clock.instant());
    ReportTable frame =
        report instanceof StreamedReport streamed ? streamed.frame(request) : report.run(request);
    return new Prepared(report, request, frame);
  }

  /**
   * Writes what was prepared and leaves the stream open; of a streamed report all rows come from
   * one snapshot of the database.
   *
   * @return the content hash
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public String write(Prepared prepared, ReportFormat format, OutputStream out) throws IOException {
    Locale locale = prepared.request().locale();
    if (!(prepared.report() instanceof StreamedReport streamed)) {
      write(prepared.frame(), format, locale, out);
      return prepared.frame().contentHash();
    }
    RowWriter writer = writer(prepared.frame(), format, locale, out);
    ContentHash hash = new ContentHash(prepared.frame());
    streamed.stream(
        prepared.request(),
        row -> {
          hash.add(row);
          try {
            writer.row(row);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    String finished = hash.finish();
    writer.end(finished);
    return finished;
  }

  /**
   * Writes the table and leaves the stream open.
   *
   * @param locale language of what is written around the figures
   */
  public void write(ReportTable table, ReportFormat format, Locale locale, OutputStream out)
      throws IOException {
    switch (format) {
      case JSON -> JsonRenderer.write(table, out);
      case CSV -> CsvRenderer.write(table, out);
      case XLSX -> XlsxRenderer.write(table, locale, address, out);
    }
  }

  private RowWriter writer(ReportTable frame, ReportFormat format, Locale locale, OutputStream out)
      throws IOException {
    return switch (format) {
      case JSON -> new JsonRenderer(frame, out);
      case CSV -> new CsvRenderer(frame, true, out);
      case XLSX -> new StreamedXlsxRenderer(frame, locale, address, out);
    };
  }

  /**
   * A file name that says what is inside: report, organization or group, the days among the
   * parameters.
   */
  public String fileName(ReportTable table, ReportFormat format) {
    StringBuilder days = new StringBuilder();
    for (Object value : table.parameters().values()) {
      if (value instanceof LocalDate) {
        days.append('-').append(value);
      }
    }
    return table.report() + "-" + table.scope().code() + days + "." + format.extension();
  }

  private Report checked(String name, ReportScope scope, Map<String, String> parameters) {
    Report report = reports.get(name);
    if (report == null) {
      throw ReportingError.REPORT_UNKNOWN.with(name, String.join(", ", reports.keySet()));
    }
    boolean group = scope instanceof ReportScope.OfGroup;
    if (group ? !report.supportsGroups() : !report.supportsOrganizations()) {
      throw ReportingError.SCOPE_UNSUPPORTED.with(
          name, scope.code(), group ? "one organization" : "a group");
    }
    for (String parameter : parameters.keySet()) {
      if (!report.parameters().contains(parameter)) {
        throw ReportingError.PARAMETER_UNKNOWN.with(
            name, parameter, String.join(", ", report.parameters()));
      }
    }
    for (String parameter : report.requiredParameters()) {
      if (parameters.getOrDefault(parameter, "").isBlank()) {
        throw ReportingError.PARAMETER_MISSING.with(name, parameter);
      }
    }
    return report;
  }
}
