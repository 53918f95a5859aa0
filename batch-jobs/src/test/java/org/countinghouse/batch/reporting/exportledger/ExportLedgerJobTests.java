package org.countinghouse.batch.reporting.exportledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.documents.Documents;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.outbox.Outbox;
import org.countinghouse.outbox.OutboxDocument;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ExportLedgerJobTests {

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired TestRuns runs;
  @Autowired Outbox outbox;
  @Autowired Documents documents;

  @Test
  void aMonthIsWrittenKeptAndSentOnce() {
    UUID organization = books.open();
    ledger.post(Books.rent(organization, LocalDate.of(2025, 1, 3), "R1", "900.00"), Books.MAKER);
    ledger.post(Books.rent(organization, LocalDate.of(2025, 2, 3), "R2", "910.00"), Books.MAKER);
    Map<String, String> parameters = Map.of("format", "hledger", "period", "2025-02");

    assertThat(runs.run(ExportLedgerJob.NAME, organization, parameters).outcome())
        .isEqualTo(JobOutcome.COMPLETED);

    assertThat(outbox.list(organization, 10)).hasSize(1);
    OutboxDocument sent = outbox.list(organization, 10).get(0);
    assertThat(sent.channel()).isEqualTo("ledger-export");
    assertThat(sent.name()).endsWith("-2025-02-01-2025-02-28.journal");
    assertThat(new String(documents.bytes(sent.documentId()), StandardCharsets.UTF_8))
        .contains("2025-02-01 (OPENING)", "Assets:1010 Bank EUR  -900.00 EUR", "(GL-2025-000002)")
        .doesNotContain("(GL-2025-000001)");
  }
}
