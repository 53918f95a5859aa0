package org.countinghouse.server.api.reporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.LedgerExports;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as text for other programs. */
@RestController
@RequestMapping("/api/reporting/ledger-export")
class LedgerExportController {

  private final LedgerExports exports;
  private final Clock clock;

  LedgerExportController(LedgerExports exports, Clock clock) {
    this.exports = exports;
    this.clock = clock;
  }

  /**
   * Every journal of these days; written to disk first, so that whoever gets a file gets all of it.
   *
   * @param format csv, hledger or beancount
   * @param from first of a month; absent: from the beginning
   * @param to absent: today
   */
  @GetMapping
  void export(
      @RequestParam String organization,
      @RequestParam(defaultValue = "csv") String format,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Caller caller,
      HttpServletResponse response)
      throws IOException {
    Organization whose = caller.organization(organization, "reporting.report:read");
    LocalDate last =
        Objects.requireNonNullElseGet(to, () -> LocalDate.ofInstant(clock.instant(), whose.zone()));
    Path file = Files.createTempFile("ledger-export-", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        exports.write(format, whose, from, last, out);
      }
      response.setContentType(exports.format(format).mediaType());
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment()
              .filename(exports.fileName(format, whose, from, last), StandardCharsets.UTF_8)
              .build()
              .toString());
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }
}
