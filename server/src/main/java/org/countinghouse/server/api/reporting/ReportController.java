package org.countinghouse.server.api.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.server.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
  private static final Set<String> OWN_PARAMETERS =
      Set.of("organization", "group", "format", "language");

  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  /**
   * A report that can be asked for.
   *
   * @param parameters names of the query parameters it takes
   * @param required those it cannot do without
   * @param organizations whether it can be had of one organization
   * @param groups whether it can be had of a group
   */
  record ReportView(
      String name,
      Set<String> parameters,
      Set<String> required,
      boolean organizations,
      boolean groups) {}

  @GetMapping
  List<ReportView> list() {
    return reports.list().stream()
        .map(
            report ->
                new ReportView(
                    report.name(),
                    report.parameters(),
                    report.requiredParameters(),
                    report.supportsOrganizations(),
                    report.supportsGroups()))
        .toList();
  }

  /**
   * Runs a report of an organization, or of a group of which the caller may see all members;
   * parameters other than those named here are the report's own.
   */
  @GetMapping("/{name}")
  void run(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String organization,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "") String language,
      @RequestParam Map<String, String> all,
      Locale accepted,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    ReportScope scope = scope(organization, group, caller);
    ReportFormat wanted = ReportFormat.named(format);
    Locale locale = language.isBlank() ? accepted : Locale.forLanguageTag(language);
    Map<String, String> parameters = new HashMap<>(all);
    parameters.keySet().removeAll(OWN_PARAMETERS);
    Reports.Prepared prepared = reports.prepare(name, scope, parameters, locale);
    if (prepared.isStreamed()) {
      // too large for memory: what fails after the first byte breaks the connection off, so that
      // nobody takes a part for the whole
      begin(response, wanted, prepared.frame());
      reports.write(prepared, wanted, response.getOutputStream());
      return;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    reports.write(prepared, wanted, whole);
    begin(response, wanted, prepared.frame());
    response.setContentLength(whole.size());
    whole.writeTo(response.getOutputStream());
  }

  private ReportScope scope(String organization, String group, Caller caller) {
    if (group.isBlank()) {
      return ReportScope.of(caller.organization(organization, READ));
    }
    ReportScope.OfGroup scope = reports.group(group);
    scope.members().forEach(member -> caller.organization(member.code(), READ));
    return scope;
  }

  private void begin(HttpServletResponse response, ReportFormat format, ReportTable table) {
    response.setContentType(format.mediaType());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(format, table));
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
