package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.ledger.Books.MAKER;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class JournalImportTests {

  private static final String GOOD =
      """
      A-1,2025-03-10,1,6200,100.00,,EUR,,,CC100,GL,Paper
      A-1,2025-03-10,2,1010,,100.00,EUR,,,,GL,Paper
      A-2,2025-04-02,1,1020,90.00,,USD,99.00,1.1,,BANK,"Receipt, ""dollars""\"
      A-2,2025-04-02,2,4000,,90.00,EUR,,,,BANK,=1+1
      """;

  @Autowired JournalImport imports;
  @Autowired Ledger ledger;
  @Autowired Books books;
  @Autowired Periods periods;
  @Autowired Balances balances;
  @Autowired JdbcTemplate jdbc;
  @Autowired OwnerRole owner;
  @Autowired PlatformTransactionManager transactions;

  private UUID org = Ids.next();

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void entersTheWholeFile() {
    JournalsImported imported = run(JournalFiles.lines(GOOD));

    assertThat(imported)
        .extracting(JournalsImported::entries, JournalsImported::lines)
        .containsExactly(2L, 4L);
    assertThat(imported.lastDay()).isEqualTo(LocalDate.of(2025, 4, 2));
    PostedJournal receipt = ledger.findByReference(org, "journals:BANK", "A-2").orElseThrow();
    assertThat(receipt.number()).isEqualTo("GL-2025-000002");
    assertThat(ledger.lines(receipt.id()))
        .extracting(
            line -> line.amount().toString(),
            line -> line.baseAmount().toString(),
            PostedLine::text)
        .containsExactly(
            tuple("99.00 USD", "90.00 EUR", "Receipt, \"dollars\""),
            tuple("-90.00 EUR", "-90.00 EUR", "=1+1"));
    assertBooksProve();
  }

  @Test
  void continuesTheChainOfSinglePostings() {
    ledger.post(Books.rent(org, LocalDate.of(2025, 3, 1), "R-1", "5.00"), MAKER);
    run(JournalFiles.lines(GOOD));
    PostedJournal after =
        ledger.post(Books.rent(org, LocalDate.of(2025, 3, 2), "R-2", "5.00"), MAKER);

    assertThat(after.number()).isEqualTo("GL-2025-000004");
    assertBooksProve();
  }

  @Test
  void sameRequestIsDoneOnce() {
    JournalSource file = JournalFiles.lines(GOOD);
    ImportRequest request = JournalFiles.request(org, file);
    JournalsImported first = imports.run(request, file, lines -> {});
    assertThat(imports.run(request, file, lines -> {})).isEqualTo(first);
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(2);
  }

  @Test
  void sameContentIsRefusedTheSecondTime() {
    run(JournalFiles.lines(GOOD));
    assertThat(refusal(JournalFiles.lines(GOOD)).code())
        .isEqualTo(JournalImportError.DUPLICATE_FILE);
  }

  @Test
  void entriesThatAreBookedOrStandTwiceAreNamedAllAtOnce() {
    run(JournalFiles.lines(GOOD));
    JournalSource file =
        JournalFiles.lines(
            GOOD,
            "A-3,2025-03-10,1,6100,1.00,,EUR,,,,GL,x",
            "A-3,2025-03-10,2,1010,,1.00,EUR,,,,GL,x",
            "A-1,2025-03-10,1,6100,1.00,,EUR,,,,GL,x",
            "A-1,2025-03-10,2,1010,,1.00,EUR,,,,GL,x");
    assertThat(findings(file))
        .containsExactly(
            tuple("line 2", "ledger.duplicate-reference"),
            tuple("line 4", "ledger.duplicate-reference"),
            tuple("line 9", "ledger.import-duplicate-entry"),
            tuple("line 9", "ledger.duplicate-reference"));
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(2);
  }

  @Test
  void everyFindingIsReportedWithItsLine() {
    periods.close(org, YearMonth.of(2025, 1), MAKER);
    JournalSource file =
        JournalFiles.lines(
            "B-1,2025-02-30,1,6200,1.005,,EUR,,,CC100,GL,x",
            "B-1,2025-02-30,2,9999,,1.00,EUR,,,CC9,GL,x",
            "B-2,2025-01-05,1,1000,1.00,1.00,EUR,,,,GL,x",
            "B-2,2025-01-06,3,2000,,,EURO,,,,AP,x",
            "B-3,2025-03-01,x,6200,\"1,00\",,EUR,,,,GL!,x",
            "B-4,2031-03-01,1,6100,1.00,,EUR,,,,GL,x",
            "too,few",
            "B-5,2025-03-01,1,6100,1.00,,EUR,,,,GL,a \"quote\"",
            "B-6,2025-03-01,1,6100,5.00,,USD,,,,GL,x",
            "B-6,2025-03-01,2,6100,5.00,,USD,7.00,1.1,,GL,x",
            "B-7,2025-03-01,1,6100,5.00,,EUR,,,,GL,x",
            "B-7,2025-03-01,2,1010,,4.00,EUR,,,,GL,x");
    assertThat(findings(file))
        .containsExactly(
            tuple("line 2", "ledger.import-date"),
            tuple("line 2", "ledger.import-decimals"),
            tuple("line 3", "ledger.import-date"),
            tuple("line 3", "ledger.dimension-unknown"),
            tuple("line 3", "ledger.account-unknown"),
            tuple("line 4", "ledger.period-closed"),
            tuple("line 4", "ledger.import-both-sides"),
            tuple("line 4", "ledger.account-not-postable"),
            tuple("line 5", "ledger.import-dates-differ"),
            tuple("line 5", "ledger.import-sources-differ"),
            tuple("line 5", "ledger.import-currency"),
            tuple("line 5", "ledger.import-no-amount"),
            tuple("line 5", "ledger.account-controlled"),
            tuple("line 6", "ledger.import-line"),
            tuple("line 6", "ledger.import-source"),
            tuple("line 6", "ledger.import-amount"),
            tuple("line 6", "ledger.dimension-missing"),
            tuple("line 6", "ledger.too-few-lines"),
            tuple("line 7", "ledger.period-unknown"),
            tuple("line 8", "ledger.import-fields"),
            tuple("line 9", "ledger.import-quotes"),
            tuple("line 10", "ledger.import-currency-amount"),
            tuple("line 11", "ledger.import-rate"),
            tuple("line 12", "ledger.unbalanced"));
    assertThat(ledger.chainHead(org, 2025).journals()).isZero();
    assertBooksProve();
  }

  @Test
  void refusalLeavesTheCallersTransactionUsable() {
    refusal(JournalFiles.lines("B-1,2025-03-01,1,9999,1.00,,EUR,,,,GL,x"));
    run(JournalFiles.lines(GOOD));
  }

  @Test
  void badBytesAreRefusedWithTheirLine() {
    byte[] good = (JournalFiles.HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(good);
    bytes.writeBytes("A-9,2025-03-10,1,6100,1.00,,EUR,,,,GL,caf".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE9); // Latin-1
    bytes.writeBytes(
        "\nA-9,2025-03-10,2,1010,,1.00,EUR,,,,GL,x\n".getBytes(StandardCharsets.UTF_8));
    assertThat(findings(JournalFiles.of(bytes.toByteArray())))
        .containsExactly(tuple("line 6", "ledger.import-encoding"));
  }

  @Test
  void declaredSeparatorIsTaken() {
    String file =
        ("sep=;\r\n"
            + (JournalFiles.HEADER + GOOD).lines().limit(3).reduce("", (a, b) -> a + b + "\r\n"));
    run(JournalFiles.of(file.replace(',', ';').getBytes(StandardCharsets.UTF_8)));
    assertThat(ledger.chainHead(org, 2025).journals()).isEqualTo(1);
  }

  @Test
  void undeclaredSeparatorIsNamed() {
    String file = (JournalFiles.HEADER + GOOD).replace(',', ';');
    BusinessException refused = refusal(JournalFiles.of(file.getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("ledger.import-separator");
              assertThat(finding.message()).contains("';'").contains("sep=;");
            });
  }

  @Test
  void headerSaysWhatItLacks() {
    String file = "entry,date,line,konto,debit,credit,currency,debit\n";
    assertThat(refusal(JournalFiles.of(file.getBytes(StandardCharsets.UTF_8))).findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("'konto' is none")
                    .contains("'debit' stands twice")
                    .contains("'account' is missing"));
  }

  @Test
  void largeFileGetsAPartitionOfItsOwnAndProvesToo() {
    JournalsImported imported = run(JournalFiles.lines(many(40_000)));

    assertThat(imported.lines()).isEqualTo(80_000);
    assertThat(
            jdbc.queryForObject(
                "select batch from finance.journal_imports where id = ?",
                Integer.class,
                imported.importId()))
        .isPositive();
    PostedJournal one = ledger.findByReference(org, "journals:GL", "L-17").orElseThrow();
    assertThat(ledger.lines(one.id())).hasSize(2);
    ledger.reverse(one.id(), LocalDate.of(2025, 12, 31), "Returned", MAKER);
    assertBooksProve();
  }

  /** With statistics from before, each line was once compared with each header: half a minute. */
  @Test
  void statisticsFromBeforeTheImportDoNotMakeItsProofSlow() {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              owner.assume();
              jdbc.execute("analyze finance.journals");
            });
    List<String> lines = new ArrayList<>();
    for (int entry = 1; entry <= 20_000; entry++) {
      String head = "J-%d,2025-01-%02d,".formatted(entry, 1 + entry % 31);
      lines.add(head + "1,6200,9.50,,EUR,,,CC100,GL,Paper");
      lines.add(head + "2,1010,,9.50,EUR,,,,GL,Paper");
    }
    JournalsImported imported =
        assertTimeout(
            Duration.ofSeconds(15), () -> run(JournalFiles.lines(lines.toArray(String[]::new))));
    assertThat(imported.lines()).isEqualTo(40_000);
  }

  @Test
  void attemptThatDiesInTheMiddleLeavesNothingAndTheNextEntersAll() {
    JournalSource file = JournalFiles.lines(many(40_000));
    ImportRequest request = JournalFiles.request(org, file);
    assertThatThrownBy(
            () ->
                imports.run(
                    request,
                    file,
                    lines -> {
                      throw new IllegalStateException("killed after " + lines);
                    }))
        .hasMessageContaining("killed after 50000");
    assertThat(ledger.chainHead(org, 2025).journals()).isZero();
    assertThat(
            jdbc.queryForObject(
                "select count(*) from pg_class where relname ~ '^journal_lines_import_' and relkind = 'r' and not relispartition",
                Integer.class))
        .isZero();

    assertThat(imports.run(request, file, lines -> {}).entries()).isEqualTo(40_000);
    assertBooksProve();
  }

  @Test
  void periodClosedWhileTheFileIsReadRefusesIt() {
    JournalSource file = JournalFiles.lines(many(40_000));
    BusinessException refused =
        catchThrowableOfType(
            BusinessException.class,
            () ->
                imports.run(
                    JournalFiles.request(org, file), file, lines -> closeInAnotherTransaction()));
    assertThat(refused.findings())
        .extracting(finding -> finding.code())
        .containsExactly("ledger.period-closed");
    assertThat(ledger.chainHead(org, 2025).journals()).isZero();
  }

  private void closeInAnotherTransaction() {
    var other = new TransactionTemplate(transactions);
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    other.executeWithoutResult(status -> periods.close(org, YearMonth.of(2025, 2), MAKER));
  }

  private static String[] many(int entries) {
    List<String> lines = new ArrayList<>();
    for (int entry = 1; entry <= entries; entry++) {
      String day = LocalDate.of(2025, 1, 1).plusDays(entry % 365).toString();
      String amount = entry % 97 + "." + (10 + entry % 89);
      lines.add(
          "L-%d,%s,1,6200,%s,,EUR,,,CC100,GL,Purchase no %d".formatted(entry, day, amount, entry));
      lines.add("L-%d,%s,2,1010,,%s,EUR,,,,GL,Purchase no %d".formatted(entry, day, amount, entry));
    }
    return lines.toArray(String[]::new);
  }

  private JournalsImported run(JournalSource file) {
    return imports.run(JournalFiles.request(org, file), file, lines -> {});
  }

  private BusinessException refusal(JournalSource file) {
    return catchThrowableOfType(BusinessException.class, () -> run(file));
  }

  private List<Tuple> findings(JournalSource file) {
    BusinessException refused = refusal(file);
    assertThat(refused.code()).isEqualTo(JournalImportError.REFUSED);
    return refused.findings().stream()
        .map(finding -> tuple(finding.place(), finding.code()))
        .toList();
  }

  private void assertBooksProve() {
    for (int month = 1; month <= 12; month++) {
      assertThat(balances.prove(org, YearMonth.of(2025, month))).isEmpty();
    }
  }
}
