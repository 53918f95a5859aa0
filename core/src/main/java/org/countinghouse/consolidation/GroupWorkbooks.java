package org.countinghouse.consolidation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.documents.Documents;
import org.countinghouse.reporting.ReportFormat;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.ReportTable;
import org.springframework.stereotype.Component;

/** The workbooks of a group close, kept with the parent's documents. */
@Component
class GroupWorkbooks {

  private static final String TRIAL_BALANCE = "consolidated-trial-balance";

  private final Reports reports;
  private final Documents documents;
  private final Groups groups;

  GroupWorkbooks(Reports reports, Documents documents, Groups groups) {
    this.reports = reports;
    this.documents = documents;
    this.groups = groups;
  }

  /** Stores the consolidated trial balance in the parent's language. */
  UUID trialBalance(Consolidation consolidation) {
    ReportScope.OfGroup scope = reports.group(groups.byId(consolidation.groupId()).code());
    ReportTable table =
        reports.run(
            TRIAL_BALANCE, scope, Map.of("consolidation", consolidation.number()), scope.locale());
    var workbook = new ByteArrayOutputStream();
    try {
      reports.write(table, ReportFormat.XLSX, scope.locale(), workbook);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return documents
        .store(
            consolidation.organizationId(),
            TRIAL_BALANCE + "-" + consolidation.number() + ".xlsx",
            ReportFormat.XLSX.mediaType(),
            workbook.toByteArray())
        .id();
  }
}
