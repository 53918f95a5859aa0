package org.countinghouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.countinghouse.ledger.Books.EUR;
import static org.countinghouse.ledger.Books.MAKER;
import static org.countinghouse.ledger.Books.rent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Results carried forward, taken back and carried forward again. */
@DatabaseTest
class YearEndTests {

  private static final MonthDay JANUARY = MonthDay.of(1, 1);
  private static final YearMonth DECEMBER = YearMonth.of(2025, 12);

  @Autowired YearEnd yearEnd;
  @Autowired Ledger ledger;
  @Autowired JournalImport imports;
  @Autowired Periods periods;
  @Autowired FiscalYears years;
  @Autowired ChartOfAccounts chart;
  @Autowired TrialBalances trialBalances;
  @Autowired Books books;
  @Autowired BookVerifier verifier;
  @Autowired JdbcTemplate jdbc;

  @AfterEach
  void booksVerify() {
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void theResultBecomesRetainedEarningsInTheNextYearAndTheClosedYearStaysAsItIs() {
    UUID org = aYearOfBusiness();
    TrialBalance before = trialBalances.asOf(org, LocalDate.of(2025, 12, 31));
    close(org, 2025);

    YearClosing closing = yearEnd.carryForward(org, 2025, MAKER);

    assertThat(closing.result()).isEqualTo(Money.of("140.00", "EUR"));
    assertThat(closing.postingDate()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(trialBalances.asOf(org, LocalDate.of(2025, 12, 31)).rows()).isEqualTo(before.rows());
    assertThat(standing(org, LocalDate.of(2026, 1, 1)))
        .containsExactly(tuple("1010", "90.00"), tuple("1020", "50.00"), tuple("3200", "-140.00"));
    assertThat(yearEnd.openResult(org, 2025)).isEmpty();
    assertThat(yearEnd.carryForward(org, 2025, MAKER)).isEqualTo(closing);
    assertThat(
            jdbc.queryForMap(
                "select result, carried_forward from finance.fiscal_year_result_v"
                    + " where organization_id = ? and fiscal_year = 2025",
                org))
        .containsEntry("result", new BigDecimal("140.0000"))
        .containsEntry("carried_forward", new BigDecimal("140.0000"));
  }

  @Test
  void everyCurrencyOfAnAccountIsEmptiedThoughItsRateMovedTheOtherWay() {
    UUID org = aYearOfBusiness();
    close(org, 2025);
    YearClosing closing = yearEnd.carryForward(org, 2025, MAKER);

    assertThat(ledger.lines(Objects.requireNonNull(closing.journalId())))
        .extracting(
            PostedLine::account, line -> line.amount().toString(), line -> line.baseAmount() + "")
        .containsExactly(
            tuple("4000", "200.00 EUR", "200.00 EUR"),
            tuple("4000", "-5.00 USD", "0.00 EUR"),
            tuple("4000", "0.00 USD", "10.00 EUR"),
            tuple("6100", "-50.00 EUR", "-50.00 EUR"),
            tuple("6200", "-20.00 EUR", "-20.00 EUR"),
            tuple("3200", "-140.00 EUR", "-140.00 EUR"));
  }

  @Test
  void reopeningAMonthTakesTheResultBackAndTheNextCarryingForwardPostsAnew() {
    UUID org = aYearOfBusiness();
    close(org, 2025);
    YearClosing first = yearEnd.carryForward(org, 2025, MAKER);

    periods.reopen(org, DECEMBER, MAKER);
    assertThat(yearEnd.find(org, 2025)).isEmpty();
    assertThat(standing(org, LocalDate.of(2026, 1, 31)))
        .contains(tuple("4000", "-210.00"), tuple("6100", "50.00"));
    ledger.post(rent(org, LocalDate.of(2025, 12, 31), "LATE", "15.00"), MAKER);
    periods.close(org, DECEMBER, MAKER);
    YearClosing second = yearEnd.carryForward(org, 2025, MAKER);

    assertThat(second.number()).isEqualTo(2);
    assertThat(second.result()).isEqualTo(Money.of("125.00", "EUR"));
    assertThat(standing(org, LocalDate.of(2026, 1, 31)))
        .containsExactly(tuple("1010", "75.00"), tuple("1020", "50.00"), tuple("3200", "-125.00"));
    assertThat(yearEnd.list(org)).extracting(YearClosing::stands).containsExactly(false, true);
    assertThat(yearEnd.list(org).get(0).journalId()).isEqualTo(first.journalId());
  }

  @Test
  void theResultGoesToTheFirstMonthThatIsOpenAndComesBackFromALaterOne() {
    UUID org = aYearOfBusiness();
    close(org, 2025);
    periods.close(org, YearMonth.of(2026, 1), MAKER);
    periods.softClose(org, YearMonth.of(2026, 2), MAKER);
    YearClosing closing = yearEnd.carryForward(org, 2025, MAKER);
    assertThat(closing.postingDate()).isEqualTo(LocalDate.of(2026, 2, 1));

    close(org, 2026);
    assertRefused(LedgerError.CARRIED_FORWARD, () -> periods.reopen(org, DECEMBER, MAKER));
    assertThat(periods.find(org, DECEMBER).orElseThrow().state()).isEqualTo(PeriodState.CLOSED);
    periods.reopen(org, YearMonth.of(2026, 3), MAKER);
    periods.reopen(org, DECEMBER, MAKER);
    assertThat(yearEnd.list(org).get(0).reversalDate()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void aCarriedForwardResultIsNoMovementOfTheYearItIsBookedIn() {
    UUID org = aYearOfBusiness();
    years.open(org, 2027, MAKER);
    ledger.post(rent(org, LocalDate.of(2026, 5, 5), "NEXT", "30.00"), MAKER);
    close(org, 2025);
    assertRefused(LedgerError.YEAR_NOT_CLOSED, () -> yearEnd.carryForward(org, 2026, MAKER));
    periods.list(org).stream()
        .filter(month -> month.fiscalYear() == 2026 && month.number() > 1)
        .forEach(month -> periods.close(org, month.month(), MAKER));
    yearEnd.carryForward(org, 2025, MAKER);
    periods.close(org, YearMonth.of(2026, 1), MAKER);

    YearClosing second = yearEnd.carryForward(org, 2026, MAKER);

    assertThat(second.result()).isEqualTo(Money.of("-30.00", "EUR"));
    assertThat(standing(org, LocalDate.of(2027, 1, 1))).contains(tuple("3200", "-110.00"));
  }

  @Test
  void whatKeepsAYearFromBeingCarriedForwardIsSaidWithItsRemedy() {
    UUID org = aYearOfBusiness();
    assertRefused(LedgerError.YEAR_UNKNOWN, () -> yearEnd.carryForward(org, 2019, MAKER));
    assertThatThrownBy(() -> yearEnd.carryForward(org, 2025, MAKER))
        .hasMessageContaining("2025-01 is not closed (12 in all)");
    close(org, 2025);
    close(org, 2026);
    assertRefused(LedgerError.NEXT_YEAR_UNKNOWN, () -> yearEnd.carryForward(org, 2026, MAKER));
    assertRefused(LedgerError.NO_OPEN_PERIOD, () -> yearEnd.carryForward(org, 2025, MAKER));
    years.open(org, 2027, MAKER);
    assertRefused(LedgerError.EARLIER_YEAR_OPEN, () -> yearEnd.carryForward(org, 2026, MAKER));
    assertThat(ledger.chainHead(org, 2026).journals()).isZero();
  }

  @Test
  void theJournalItselfIsNotForPeopleToReverse() {
    UUID org = aYearOfBusiness();
    close(org, 2025);
    UUID journal = Objects.requireNonNull(yearEnd.carryForward(org, 2025, MAKER).journalId());
    assertRefused(
        LedgerError.REVERSAL_REFUSED,
        () -> ledger.reverse(journal, LocalDate.of(2026, 1, 2), "Wrong", MAKER));
  }

  @Test
  void aYearWithoutMovementsIsCarriedForwardWithoutAJournal() {
    UUID org = books.openForYearEnd(JANUARY);
    close(org, 2025);
    YearClosing closing = yearEnd.carryForward(org, 2025, MAKER);
    assertThat(closing.journalId()).isNull();
    assertThat(yearEnd.carryForward(org, 2025, MAKER)).isEqualTo(closing);
    periods.reopen(org, DECEMBER, MAKER);
    assertThat(yearEnd.find(org, 2025)).isEmpty();
  }

  @Test
  void inactiveAccountsAreEmptiedToo() {
    UUID org = aYearOfBusiness();
    chart.deactivate(org, "6100", MAKER);
    close(org, 2025);
    yearEnd.carryForward(org, 2025, MAKER);
    periods.reopen(org, DECEMBER, MAKER);
  }

  /** Imported, posted, closed and carried forward by years that start in other months. */
  @ParameterizedTest
  @EnumSource(names = {"APRIL", "JULY", "OCTOBER"})
  void fiscalYearsStartInOtherMonths(Month start) {
    UUID org = books.openForYearEnd(MonthDay.of(start, 1));
    LocalDate first = LocalDate.of(2024, start, 1);
    JournalSource file =
        JournalFiles.lines(
            "A,%s,1,1010,70.00,,EUR,,,,,First day".formatted(first),
            "A,%s,2,4000,,70.00,EUR,,,,,First day".formatted(first),
            "B,%s,1,1010,7.00,,EUR,,,,,Next year".formatted(first.plusYears(1)),
            "B,%s,2,4000,,7.00,EUR,,,,,Next year".formatted(first.plusYears(1)));
    imports.run(JournalFiles.request(org, file), file, lines -> {});
    PostedJournal last =
        ledger.post(rent(org, first.plusYears(1).minusDays(1), "LAST", "20.00"), MAKER);

    assertThat(last.number()).isEqualTo("GL-2025-000002");
    assertThat(periods.find(org, YearMonth.from(first)).orElseThrow().number()).isEqualTo(1);
    assertThat(years.list(org))
        .extracting(FiscalYear::year, FiscalYear::startsOn)
        .containsExactly(tuple(2025, first), tuple(2026, first.plusYears(1)));
    close(org, 2025);
    YearClosing closing = yearEnd.carryForward(org, 2025, MAKER);
    assertThat(closing.result()).isEqualTo(Money.of("50.00", "EUR"));
    assertThat(closing.postingDate()).isEqualTo(first.plusYears(1));
    assertThat(standing(org, first.plusYears(1)))
        .containsExactly(tuple("1010", "57.00"), tuple("3200", "-50.00"), tuple("4000", "-7.00"));
  }

  @Test
  void carryingForwardIsDoneOnceByManyAndNeverCrossesAReopening() throws Exception {
    UUID org = aYearOfBusiness();
    close(org, 2025);
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      work.add(() -> refusedOrDone(() -> yearEnd.carryForward(org, 2025, MAKER)));
    }
    work.add(2, () -> refusedOrDone(() -> periods.reopen(org, DECEMBER, MAKER)));
    var pool = Executors.newFixedThreadPool(6);
    try {
      for (var done : pool.invokeAll(work)) {
        assertThat(done.get(60, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(yearEnd.find(org, 2025)).isEmpty();
    assertThat(yearEnd.list(org)).hasSizeLessThanOrEqualTo(1);
  }

  private static boolean refusedOrDone(Runnable act) {
    try {
      act.run();
    } catch (BusinessException e) {
      assertThat(e.code()).isEqualTo(LedgerError.YEAR_NOT_CLOSED);
    }
    return true;
  }

  /** A profit of 140 EUR, part of it in dollars whose rate fell between sale and credit note. */
  private UUID aYearOfBusiness() {
    UUID org = books.openForYearEnd(JANUARY);
    post(org, "SALE", eur("1010", "200.00"), eur("4000", "-200.00"));
    post(org, "RENT", eur("6100", "50.00"), eur("1010", "-50.00"));
    post(org, "PAPER", eur("6200", "20.00").at("CC100"), eur("1010", "-20.00"));
    post(org, "USD-SALE", usd("1020", "100.00", "90.00"), usd("4000", "-100.00", "-90.00"));
    post(
        org,
        "USD-NOTE",
        usd("4000", "105.00", "80.00"),
        usd("1020", "-50.00", "-40.00"),
        eur("1010", "-40.00"));
    return org;
  }

  private void post(UUID org, String reference, DraftLine... lines) {
    LocalDate day = LocalDate.of(2025, 11, 3);
    ledger.post(new JournalDraft(org, day, reference, "ledger", reference, List.of(lines)), MAKER);
  }

  private static DraftLine eur(String account, String amount) {
    Money money = Money.of(amount, "EUR");
    return new DraftLine(account, money, money, null, null);
  }

  private static DraftLine usd(String account, String amount, String inBase) {
    return new DraftLine(account, Money.of(amount, "USD"), Money.of(inBase, "EUR"), null, null);
  }

  private void close(UUID org, int year) {
    periods.list(org).stream()
        .filter(month -> month.fiscalYear() == year && month.state() != PeriodState.CLOSED)
        .forEach(month -> periods.close(org, month.month(), MAKER));
  }

  private List<Tuple> standing(UUID org, LocalDate day) {
    return trialBalances.asOf(org, day).rows().stream()
        .filter(row -> row.balance().signum() != 0)
        .map(
            row ->
                tuple(row.account(), row.balance().setScale(EUR.getDefaultFractionDigits()) + ""))
        .toList();
  }

  private static void assertRefused(LedgerError code, Runnable act) {
    assertThatThrownBy(act::run).extracting("code").isEqualTo(code);
  }
}
