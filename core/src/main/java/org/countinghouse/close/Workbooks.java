package org.countinghouse.close;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.documents.Documents;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportTable;
import org.springframework.stereotype.Component;

/** The workbooks of a closing, kept with the documents. */
@Component
class Workbooks {

  private static final String TRIAL_BALANCE = "trial-balance";

  private final Reports reports;
  private final Documents documents;
  private final Organizations organizations;

  Workbooks(Reports reports, Documents documents, Organizations organizations) {
    this.reports = reports;
    this.documents = documents;
    this.organizations = organizations;
  }

  /** Stores the trial balance of the closing's month in the organization's language. */
  UUID trialBalance(Closing closing, Instant knownAt) {
    Organization organization = organizations.byId(closing.organizationId());
    ReportTable table =
        reports.run(
            TRIAL_BALANCE,
            organization,
            Map.of("asOf", closing.lastDay().toString(), "knownAt", knownAt.toString()),
            organization.locale());
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try {
      reports.write(table, ReportFormat.XLSX, organization.locale(), workbook);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return documents
        .store(
            closing.organizationId(),
            reports.fileName(table, ReportFormat.XLSX),
            ReportFormat.XLSX.mediaType(),
            workbook.toByteArray())
        .id();
  }
}
