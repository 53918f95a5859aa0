package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countinghouse.ledger.Books.MAKER;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.LedgerModel.Entry;
import org.countinghouse.ledger.LedgerModel.Line;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Histories drawn by chance: postings good and bad, reversals, imports, closes, reopenings, year
 * ends. After every few steps the ledger must say what a plain list of journals says, as of any
 * date and as known at any instant. A failing seed is the reproduction.
 */
@DatabaseTest
class LedgerHistoryTests {

  private static final int STEPS = 90;

  @Autowired Ledger ledger;
  @Autowired JournalImport imports;
  @Autowired Periods periods;
  @Autowired YearEnd yearEnd;
  @Autowired TrialBalances trialBalances;
  @Autowired Books books;
  @Autowired BookVerifier verifier;

  private final LedgerModel model = new LedgerModel();
  private Random random = new Random(0);
  private UUID org = Ids.next();

  static LongStream seeds() {
    return LongStream.of(1, new Random().nextLong());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLedgerSaysWhatAPlainListSays(long seed) {
    random = new Random(seed);
    org = books.openForYearEnd(MonthDay.of(1, 1));
    for (int step = 0; step < STEPS; step++) {
      step(step);
      if (step % 8 == 7) {
        compare();
      }
    }
    compare();
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  private void step(int step) {
    switch (random.nextInt(12)) {
      case 0, 1 -> reverse();
      case 2 -> importFile(step);
      case 3, 4 -> closeNext();
      case 5 -> reopenLast();
      case 6 -> carryForward();
      case 7 -> postUnbalanced(step);
      default -> post(step);
    }
  }

  private void post(int step) {
    JournalDraft draft = RandomJournals.next(random, org, anyDay(), step);
    PostedJournal posted = refusedWhereClosed(draft.postingDate(), () -> ledger.post(draft, MAKER));
    if (posted != null) {
      model.posted(posted, Line.of(draft.lines()));
    }
  }

  private void postUnbalanced(int step) {
    JournalDraft draft = RandomJournals.next(random, org, anyDay(), step);
    List<DraftLine> lines = new ArrayList<>(draft.lines());
    lines.add(DraftLine.debit("1010", Money.of("5.00", "EUR")));
    var broken =
        new JournalDraft(
            org, draft.postingDate(), "Broken", "ledger", draft.sourceReference(), lines);
    assertThat(code(() -> ledger.post(broken, MAKER))).isEqualTo(LedgerError.UNBALANCED);
  }

  private void reverse() {
    if (model.reversible.isEmpty()) {
      return;
    }
    Entry original = model.reversible.get(random.nextInt(model.reversible.size()));
    LocalDate day = anyDay();
    PostedJournal mirror =
        refusedWhereClosed(day, () -> ledger.reverse(original.id(), day, "by chance", MAKER));
    if (mirror != null) {
      model.reversible.remove(original);
      model.reversed(original, mirror);
      assertThat(code(() -> ledger.reverse(original.id(), day, "again", MAKER)))
          .isEqualTo(LedgerError.ALREADY_REVERSED);
    }
  }

  private void importFile(int step) {
    LocalDate day = anyDay();
    List<String> rows = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int entry = 0; entry <= random.nextInt(4); entry++) {
      BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(99_999), 2);
      String head = "I%d-%d,%s,".formatted(step, entry, day);
      rows.add(head + "1,6100,%s,,EUR,,,CC200,,Import".formatted(amount));
      rows.add(head + "2,1010,,%s,EUR,,,,,Import".formatted(amount));
      lines.add(new Line("6100", "EUR", amount));
      lines.add(new Line("1010", "EUR", amount.negate()));
    }
    JournalSource file = JournalFiles.lines(rows.toArray(String[]::new));
    ImportRequest request = JournalFiles.request(org, file);
    if (model.closed.contains(YearMonth.from(day))) {
      assertThat(code(() -> imports.run(request, file, done -> {})))
          .isEqualTo(JournalImportError.REFUSED);
    } else {
      model.imported(day, imports.run(request, file, done -> {}).recordedAt(), lines);
    }
  }

  /** Months are closed in order, as the close does it. */
  private void closeNext() {
    periods.list(org).stream()
        .filter(month -> month.state() == PeriodState.OPEN && month.fiscalYear() == 2025)
        .limit(1 + random.nextInt(4))
        .forEach(
            month -> {
              periods.close(org, month.month(), MAKER);
              model.closed.add(month.month());
            });
  }

  private void reopenLast() {
    YearMonth last = model.closed.stream().max(YearMonth::compareTo).orElse(null);
    if (last == null) {
      return;
    }
    periods.reopen(org, last, MAKER);
    model.closed.remove(last);
    if (model.isCarriedForward()) {
      YearClosing back = yearEnd.list(org).get(yearEnd.list(org).size() - 1);
      UUID reversal = Objects.requireNonNull(back.reversalId());
      PostedJournal mirror = ledger.require(reversal);
      model.takenBack(mirror.postingDate(), mirror.recordedAt());
    }
  }

  private void carryForward() {
    if (model.closed.size() < 12) {
      assertThat(code(() -> yearEnd.carryForward(org, 2025, MAKER)))
          .isEqualTo(LedgerError.YEAR_NOT_CLOSED);
      return;
    }
    boolean before = model.isCarriedForward();
    YearClosing closing = yearEnd.carryForward(org, 2025, MAKER);
    if (!before && closing.journalId() != null) {
      PostedJournal journal = ledger.require(closing.journalId());
      BigDecimal result = model.carriedForward(2025, journal.postingDate(), journal.recordedAt());
      assertThat(closing.result().amount()).isEqualByComparingTo(result);
    }
  }

  private void compare() {
    for (int i = 0; i < 3; i++) {
      LocalDate asOf = anyDay();
      Instant now = Instant.now();
      assertThat(shown(trialBalances.asOf(org, asOf)))
          .as("as of %s", asOf)
          .isEqualTo(model.trialBalance(asOf, now));
      if (!model.entries.isEmpty()) {
        Instant then = model.entries.get(random.nextInt(model.entries.size())).recordedAt();
        assertThat(shown(trialBalances.asOf(org, asOf, then)))
            .as("as of %s as known at %s", asOf, then)
            .isEqualTo(model.trialBalance(asOf, then));
      }
    }
  }

  private static List<String> shown(TrialBalance balance) {
    assertThat(balance.totalDebit()).isEqualByComparingTo(balance.totalCredit());
    return balance.rows().stream()
        .map(row -> LedgerModel.shown(row.account(), row.debit(), row.credit()))
        .toList();
  }

  private LocalDate anyDay() {
    return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500));
  }

  private interface Posting {
    PostedJournal post();
  }

  /** What was posted; null when the day's month is closed, which must then be said. */
  private @Nullable PostedJournal refusedWhereClosed(LocalDate day, Posting posting) {
    if (!model.closed.contains(YearMonth.from(day))) {
      return posting.post();
    }
    assertThat(code(posting::post)).isEqualTo(LedgerError.PERIOD_CLOSED);
    return null;
  }

  private static @Nullable Object code(Runnable refused) {
    try {
      refused.run();
      return null;
    } catch (BusinessException refusal) {
      return refusal.code();
    }
  }
}
