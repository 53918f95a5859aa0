package org.countinghouse.server.api.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.server.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every report there is, as JSON, CSV or workbook. */
@RestController
@RequestMapping("/api/reporting/reports")
class ReportController {

  private static final String READ = "reporting.report:read";

  /** What belongs to the request and not to the report. */
  private static final Set<String> OWN_PARAMETERS = Set.of("organization", "format", "language");

  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  /**
   * A report that can be asked for.
   *
   * @param parameters names of the query parameters it takes
   */
  record ReportView(String name, Set<String> parameters) {}

  @GetMapping
  List<ReportView> list() {
    return reports.list().stream()
        .map(report -> new ReportView(report.name(), report.parameters()))
        .toList();
  }

  /** Runs a report; parameters other than those named here are the report's own. */
  @GetMapping("/{name}")
  ResponseEntity<byte[]> run(
      @PathVariable String name,
      @RequestParam String organization,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "") String language,
      @RequestParam Map<String, String> all,
      Locale accepted,
      Caller caller) {
    Organization whose = caller.organization(organization, READ);
    ReportFormat wanted = ReportFormat.named(format);
    Locale locale = language.isBlank() ? accepted : Locale.forLanguageTag(language);
    Map<String, String> parameters = new HashMap<>(all);
    parameters.keySet().removeAll(OWN_PARAMETERS);
    ReportTable table = reports.run(name, whose, parameters, locale);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(wanted.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(wanted, table))
        .body(written(table, wanted, locale));
  }

  /** Written to memory first: an error after the first byte would look like a whole file. */
  private byte[] written(ReportTable table, ReportFormat format, Locale locale) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      reports.write(table, format, locale, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toByteArray();
  }

  private String disposition(ReportFormat format, ReportTable table) {
    ContentDisposition.Builder disposition =
        format == ReportFormat.JSON ? ContentDisposition.inline() : ContentDisposition.attachment();
    return disposition
        .filename(reports.fileName(table, format), StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
