package org.countinghouse.revaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.currency.FxRates;
import org.countinghouse.currency.PublishedRate;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateFilter;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.PostedLine;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Month ends of a British company with a dollar bank account, a creditor and a deposit. */
@DatabaseTest
class RevaluationTests {

  private static final Actor ACCOUNTANT = Actor.of("accountant");
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Currency USD = Currency.getInstance("USD");
  private static final YearMonth MARCH = YearMonth.of(2025, 3);
  private static final String BANK_USD = "1202";
  private static final String CREDITORS = "2100";
  private static final String VALUATION = "1150";
  private static final String GAIN = "4911";
  private static final String LOSS = "7911";
  private static final String CAPITAL = "3001";
  private static final String DEPOSITS = "1210";

  @Autowired Revaluations revaluations;
  @Autowired RevaluationPlans plans;
  @Autowired RevaluationRoutine routine;
  @Autowired MonetaryAccounts monetary;
  @Autowired RateBook book;
  @Autowired FxRates rates;
  @Autowired TestOrganizations organizations;
  @Autowired ChartTemplates charts;
  @Autowired FiscalYears years;
  @Autowired Periods periods;
  @Autowired Ledger ledger;
  @Autowired TrialBalances trialBalances;

  private Organization company;
  private int posted;

  @BeforeEach
  void dollarsBoughtAtEightyPence() {
    company = organizations.british();
    charts.install(company.id(), "gb", ACCOUNTANT);
    years.open(company.id(), 2025, ACCOUNTANT);
    post("ledger", line(BANK_USD, "1000.00", "800.00"), line(CAPITAL, null, "-800.00"));
  }

  @Test
  void postsTheDifferenceAndUndoesItOnTheFirstDayOfTheNextMonth() {
    post("payables", line(CREDITORS, "-400.00", "-320.00"), line(CAPITAL, null, "320.00"));
    rate("2025-03-31", "0.75");

    Revaluation done = revalue().orElseThrow();

    assertThat(lines(done))
        .containsExactly(
            "1150 0.00 USD -50.00 GBP", "7911 50.00 GBP 50.00 GBP",
            "1150 0.00 USD 20.00 GBP", "4911 -20.00 GBP -20.00 GBP");
    assertThat(balances("2025-03-31"))
        .containsEntry(VALUATION, new BigDecimal("-30.00"))
        .containsEntry(LOSS, new BigDecimal("50.00"))
        .containsEntry(GAIN, new BigDecimal("-20.00"))
        .as("what the open items must tie to is untouched")
        .containsEntry(CREDITORS, new BigDecimal("-320.00"));
    assertThat(balances("2025-04-01").get(VALUATION)).isEqualByComparingTo("0");
    assertThat(balances("2025-04-01").get(LOSS)).isEqualByComparingTo("0");
    assertThat(ledger.require(done.reversalId()).postingDate()).isEqualTo(LocalDate.of(2025, 4, 1));
    assertThat(evidence().isReady()).isTrue();
    assertThat(evidence().figures()).containsEntry("loss", "50.00 GBP");
  }

  @Test
  void runAgainItPostsNothingOrOnlyTheDifference() {
    rate("2025-03-31", "0.75");
    revalue().orElseThrow();
    assertThat(revalue()).isEmpty();

    post("ledger", line(BANK_USD, "100.00", "80.00"), line(CAPITAL, null, "-80.00"));
    assertThat(evidence().openItems()).hasSize(1);
    Revaluation second = revalue().orElseThrow();
    assertThat(second.sequence()).isEqualTo(2);
    assertThat(lines(second)).containsExactly("1150 0.00 USD -5.00 GBP", "7911 5.00 GBP 5.00 GBP");
    assertThat(evidence().isReady()).isTrue();
  }

  @Test
  void aCorrectedRateTurnsTheGainIntoALossWithoutLeavingOneBehind() {
    rate("2025-03-31", "0.85");
    revalue().orElseThrow();
    PublishedRate wrong = rates.list(new RateFilter(company.id(), null, null, null, 10)).get(0);
    book.correct(wrong.id(), new BigDecimal("0.75"), "wrong column", ACCOUNTANT);

    Revaluation second = revalue().orElseThrow();

    assertThat(lines(second))
        .containsExactly(
            "1150 0.00 USD -100.00 GBP", "4911 50.00 GBP 50.00 GBP", "7911 50.00 GBP 50.00 GBP");
    assertThat(balances("2025-03-31").get(GAIN)).isEqualByComparingTo("0");
  }

  @Test
  void theNextMonthStartsFromTheBookValueAgain() {
    rate("2025-03-31", "0.75");
    revalue().orElseThrow();
    rate("2025-04-30", "0.81");
    Revaluation april =
        revaluations.revalue(company.id(), MARCH.plusMonths(1), ACCOUNTANT).orElseThrow();
    assertThat(lines(april))
        .containsExactly("1150 0.00 USD 10.00 GBP", "4911 -10.00 GBP -10.00 GBP");
  }

  @Test
  void namesWhatItCannotValueAndValuesTheRest() {
    rate("2025-03-31", "0.75");
    post("ledger", line(DEPOSITS, "10.00", "8.00"), line(CAPITAL, null, "-8.00"));
    post(
        "ledger",
        new DraftLine("1201", Money.of("5.00", "EUR"), Money.of("4.00", "GBP"), null, null),
        line(CAPITAL, null, "-4.00"));

    assertThat(plans.plan(company.id(), MARCH).findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("currency.rate-missing", "EUR"),
            org.assertj.core.groups.Tuple.tuple("revaluation.treatment-missing", "1210 USD"));
    assertThat(lines(revalue().orElseThrow())).hasSize(2);
    assertThat(evidence().isReady()).isFalse();

    monetary.treat(company.id(), DEPOSITS, Treatment.MONETARY, ACCOUNTANT);
    assertThat(lines(revalue().orElseThrow()))
        .containsExactly("1150 0.00 USD -0.50 GBP", "7911 0.50 GBP 0.50 GBP");
    monetary.treat(company.id(), DEPOSITS, Treatment.NON_MONETARY, ACCOUNTANT);
    assertThat(lines(revalue().orElseThrow()))
        .as("what was valued is taken back")
        .containsExactly("1150 0.00 USD 0.50 GBP", "7911 -0.50 GBP -0.50 GBP");
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> monetary.treat(company.id(), CAPITAL, Treatment.MONETARY, ACCOUNTANT))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RevaluationError.TREATMENT_USELESS));
  }

  @Test
  void postsNothingIntoAClosedMonthNorWithoutARoomForTheReversal() {
    rate("2025-12-31", "0.75");
    assertRefused(RevaluationError.NEXT_MONTH_CLOSED, YearMonth.of(2025, 12));
    rate("2025-03-31", "0.75");
    periods.close(company.id(), MARCH, ACCOUNTANT);
    assertRefused(RevaluationError.MONTH_CLOSED, MARCH);
    assertThat(balances("2025-12-31")).doesNotContainKey(VALUATION);
  }

  @Test
  void aSoftClosedMonthStillTakesIt() {
    rate("2025-03-31", "0.75");
    periods.softClose(company.id(), MARCH, ACCOUNTANT);
    assertThat(revalue()).isPresent();
  }

  @Test
  void noticesWhenSomebodyElsePostsToTheValuationAccount() {
    rate("2025-03-31", "0.75");
    revalue().orElseThrow();
    post("ledger", line(VALUATION, null, "1.00"), line(CAPITAL, null, "-1.00"));
    assertThat(evidence().tieOuts()).singleElement().matches(tieOut -> !tieOut.ties());
  }

  private Optional<Revaluation> revalue() {
    return revaluations.revalue(company.id(), MARCH, ACCOUNTANT);
  }

  private Readiness evidence() {
    return routine.evidence(company.id(), MARCH);
  }

  private void assertRefused(RevaluationError code, YearMonth month) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(() -> revaluations.revalue(company.id(), month, ACCOUNTANT))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private void rate(String day, String pounds) {
    book.record(
        company.id(),
        List.of(new RateQuote(USD, GBP, LocalDate.parse(day), new BigDecimal(pounds))),
        "Treasury",
        null,
        ACCOUNTANT);
  }

  private static DraftLine line(String account, String dollars, String pounds) {
    Money base = Money.of(pounds, "GBP");
    return new DraftLine(
        account, dollars == null ? base : Money.of(dollars, "USD"), base, null, null);
  }

  private void post(String source, DraftLine... lines) {
    ledger.post(
        new JournalDraft(
            company.id(),
            LocalDate.of(2025, 3, 14),
            "Test",
            source,
            "T" + ++posted,
            List.of(lines)),
        ACCOUNTANT);
  }

  private List<String> lines(Revaluation revaluation) {
    return ledger.lines(revaluation.journalId()).stream().map(RevaluationTests::text).toList();
  }

  private static String text(PostedLine line) {
    return line.account() + " " + line.amount() + " " + line.baseAmount();
  }

  private Map<String, BigDecimal> balances(String day) {
    return trialBalances.asOf(company.id(), LocalDate.parse(day)).rows().stream()
        .collect(Collectors.toMap(TrialBalanceRow::account, TrialBalanceRow::balance));
  }
}
