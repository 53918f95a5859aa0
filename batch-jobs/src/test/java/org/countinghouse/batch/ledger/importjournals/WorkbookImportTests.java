package org.countinghouse.batch.ledger.importjournals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.batch.testing.TestRuns.Ended;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.JournalFilter;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class WorkbookImportTests {

  private static final List<String> HEADER =
      List.of("Entry", "Date", "Line", "Account", "Debit", "Credit", "Currency", "Text");

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Inbox inbox;
  @Autowired TestRuns runs;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void aWorkbookIsImportedLikeTheSameCsv() throws IOException {
    InboxDocument document = received(workbook("6100"));

    Ended run = importing(document);

    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED);
    assertThat(inbox.show(document.id()).document().state()).isEqualTo(InboxState.ACCEPTED);
    assertThat(ledger.list(new JournalFilter(org, null, null, null, 1, 0)))
        .extracting(PostedJournal::postingDate, PostedJournal::sourceReference)
        .containsExactly(Tuple.tuple(LocalDate.of(2025, 3, 31), "X-1"));
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(1);
  }

  @Test
  void aFindingNamesTheRowOfTheSheet() throws IOException {
    InboxDocument document = received(workbook("9999"));

    Ended run = importing(document);

    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(inbox.show(document.id()).errors())
        .extracting(Finding::place, Finding::code)
        .containsExactly(Tuple.tuple("line 4", "ledger.account-unknown"));
  }

  @Test
  void whatIsNoWorkbookIsRejected() {
    InboxDocument document = received(new byte[] {'P', 'K', 3, 4, 1, 2, 3});

    importing(document);

    assertThat(inbox.show(document.id()).document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(inbox.show(document.id()).errors())
        .extracting(Finding::code)
        .containsExactly("tables.unreadable");
  }

  private InboxDocument received(byte[] content) {
    return inbox.receive(org, "journals", "march.xlsx", content);
  }

  private Ended importing(InboxDocument document) {
    return runs.run(
        "ledger.import-journals",
        org,
        Map.of(
            "document", document.documentId().toString(),
            "inboxDocument", document.id().toString()));
  }

  /** A header, an empty row, and an entry of two lines, the account of the second in row 4. */
  private static byte[] workbook(String account) throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("d/m/yyyy"));
      var sheet = workbook.createSheet();
      var header = sheet.createRow(0);
      for (int column = 0; column < HEADER.size(); column++) {
        header.createCell(column).setCellValue(HEADER.get(column));
      }
      for (int line = 1; line <= 2; line++) {
        var row = sheet.createRow(line + 1);
        row.createCell(0).setCellValue("X-1");
        row.createCell(1).setCellValue(LocalDate.of(2025, 3, 31));
        row.getCell(1).setCellStyle(day);
        row.createCell(2).setCellValue(line);
        row.createCell(3).setCellValue(line == 1 ? "1010" : account);
        row.createCell(line == 1 ? 5 : 4).setCellValue(1234.5);
        row.createCell(6).setCellValue("EUR");
        row.createCell(7).setCellValue("Rent, \"March\"\nwarehouse");
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }
}
