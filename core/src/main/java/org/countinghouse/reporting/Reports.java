package org.countinghouse.reporting;

import java.io.IOException;
import java.io.OutputStream;
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
import org.countinghouse.reporting.render.XlsxRenderer;
import org.countinghouse.reporting.spi.Report;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs the reports there are and writes their tables as files. */
@Service
public class Reports {

  private final Map<String, Report> reports = new TreeMap<>();
  private final Clock clock;

  Reports(List<Report> reports, Clock clock) {
    for (Report report : reports) {
      Report twin = this.reports.put(report.name(), report);
      if (twin != null) {
        throw new IllegalStateException("two reports are called " + report.name());
      }
    }
    this.clock = clock;
  }

  /** Every report there is, by name. */
  public List<Report> list() {
    return new ArrayList<>(reports.values());
  }

  /**
   * Runs a report.
   *
   * @param parameters as the caller wrote them
   * @throws org.countinghouse.errors.BusinessException {@code reporting.report-unknown}, {@code
   *     reporting.parameter-unknown}, {@code reporting.parameter-invalid}
   */
  @Transactional(readOnly = true)
  public ReportTable run(
      String name, Organization organization, Map<String, String> parameters, Locale locale) {
    Report report = reports.get(name);
    if (report == null) {
      throw ReportingError.REPORT_UNKNOWN.with(name, String.join(", ", reports.keySet()));
    }
    for (String parameter : parameters.keySet()) {
      if (!report.parameters().contains(parameter)) {
        throw ReportingError.PARAMETER_UNKNOWN.with(
            name, parameter, String.join(", ", report.parameters()));
      }
    }
    return report.run(new ReportRequest(organization, parameters, locale, clock.instant()));
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
      case XLSX -> XlsxRenderer.write(table, locale, out);
    }
  }

  /**
   * A file name that says what is inside: report, organization, the first day among the parameters.
   */
  public String fileName(ReportTable table, ReportFormat format) {
    String day =
        table.parameters().values().stream()
            .filter(LocalDate.class::isInstance)
            .findFirst()
            .map(value -> "-" + value)
            .orElse("");
    return table.report() + "-" + table.organization().code() + day + "." + format.extension();
  }
}
