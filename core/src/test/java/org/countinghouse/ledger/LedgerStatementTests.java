package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.countinghouse.ledger.Books.MAKER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.StatementCounter;
import org.countinghouse.testing.StatementCounter.Counted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the ledger asks of the database does not depend on how much there is: a limit on statements
 * holds on a busy machine too, where a limit on time would not.
 */
@DatabaseTest
class LedgerStatementTests {

  /** A connection that is new to the pool is told its organizations, which is a statement too. */
  private static final long MARGIN = 2;

  private static final String TEXT =
      "Paper, pens and much else for the office, order no ".repeat(16).replace(',', ';');

  @Autowired JournalImport imports;
  @Autowired Ledger ledger;
  @Autowired TrialBalances trialBalances;
  @Autowired Books books;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void importBesideTheBooksTakesTheSameStatementsForAnyNumberOfLines() {
    statementsOfImport(2_000); // months that have balances take two statements more
    long some = statementsOfImport(6_000);
    long more = statementsOfImport(12_000);

    assertThat(more).isCloseTo(some, within(MARGIN)).isLessThanOrEqualTo(45);
  }

  @Test
  void smallImportTakesTheSameStatementsForAnyNumberOfLines() {
    statementsOfImport(2_000);
    long few = statementsOfImport(2);
    long some = statementsOfImport(2_000);

    assertThat(some).isCloseTo(few, within(MARGIN)).isLessThanOrEqualTo(45);
  }

  @Test
  void postingTakesTheSameStatementsForAnyNumberOfLines() {
    post(2); // statements are prepared and reference data is read
    long two = StatementCounter.of(() -> post(2));
    long many = StatementCounter.of(() -> post(400));

    assertThat(many).isCloseTo(two, within(MARGIN)).isLessThanOrEqualTo(12);
  }

  @Test
  void trialBalanceIsOneStatementWhateverWasPosted() {
    LocalDate day = LocalDate.of(2025, 3, 17);
    trialBalances.asOf(org, day);
    long empty = StatementCounter.of(() -> trialBalances.asOf(org, day));
    statementsOfImport(2_000);
    long filled = StatementCounter.of(() -> trialBalances.asOf(org, day));

    assertThat(filled).isCloseTo(empty, within(MARGIN)).isLessThanOrEqualTo(6);
  }

  /**
   * A file of two-line entries of the first half of the year; 0.9 kB each line, so few are large.
   */
  private long statementsOfImport(int lines) {
    StringBuilder file = new StringBuilder(JournalFiles.HEADER);
    long seed = System.nanoTime();
    for (int entry = 1; entry <= lines / 2; entry++) {
      String start =
          "E%d-%d,%s,".formatted(seed, entry, LocalDate.of(2025, 1, 1).plusDays(entry % 180));
      String end = ",EUR,,,CC100,GL," + TEXT + entry + "\n";
      file.append(start).append("1,6200,10.00,").append(end);
      file.append(start).append("2,1010,,10.00").append(end);
    }
    JournalSource source = JournalFiles.of(file.toString().getBytes(StandardCharsets.UTF_8));
    ImportRequest request = JournalFiles.request(org, source);
    Counted<JournalsImported> counted =
        StatementCounter.count(() -> imports.run(request, source, read -> {}));
    assertThat(counted.result().lines()).isEqualTo(lines);
    return counted.statements();
  }

  private PostedJournal post(int lines) {
    List<DraftLine> drafts = new ArrayList<>();
    for (int pair = 0; pair < lines / 2; pair++) {
      Money amount = Money.of(1 + pair + ".00", "EUR");
      drafts.add(new DraftLine("6200", amount, amount, "CC100", null));
      drafts.add(DraftLine.credit("1010", amount));
    }
    return ledger.post(
        new JournalDraft(
            org, LocalDate.of(2025, 5, 5), "Paper", "ledger", "P-" + System.nanoTime(), drafts),
        MAKER);
  }
}
