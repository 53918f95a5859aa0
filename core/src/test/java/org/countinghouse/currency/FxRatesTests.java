package org.countinghouse.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class FxRatesTests {

  private static final Actor TREASURER = Actor.of("treasurer");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Currency JPY = Currency.getInstance("JPY");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 10);

  @Autowired FxRates rates;
  @Autowired RateBook book;
  @Autowired TestOrganizations organizations;
  @Autowired JdbcTemplate jdbc;

  private Organization company;

  @BeforeEach
  void company() {
    company = organizations.british();
    record("ECB", quote("EUR", "USD", "1.1711"), quote("EUR", "GBP", "0.87105"));
  }

  @Test
  void holdsUntilTheNextIsPublishedButNotForEver() {
    LocalDate sunday = FRIDAY.plusDays(2);
    assertThat(rate(EUR, USD, sunday))
        .isEqualTo(new FxRate(new BigDecimal("1.1711000000"), FRIDAY, "ECB"));
    assertThat(rate(EUR, USD, FRIDAY.plusDays(7)).publishedOn()).isEqualTo(FRIDAY);
    assertRefused(CurrencyError.RATE_MISSING, () -> rate(EUR, USD, FRIDAY.plusDays(8)));
    assertRefused(CurrencyError.RATE_MISSING, () -> rate(EUR, USD, FRIDAY.minusDays(1)));
    assertRefused(CurrencyError.RATE_MISSING, () -> rate(EUR, JPY, FRIDAY));
  }

  @Test
  void isInvertedAndCrossedThroughTheEuro() {
    assertThat(rate(USD, EUR, FRIDAY).rate()).isEqualByComparingTo("0.853898044573478");
    // 0.87105 / 1.1711, by another calculator
    assertThat(rate(USD, GBP, FRIDAY).rate()).isEqualByComparingTo("0.743787891725728");
    assertThat(rate(GBP, GBP, FRIDAY).rate()).isEqualByComparingTo("1");
  }

  @Test
  void whatIsStatedForThePairGoesBeforeACross() {
    record("Bank of England", quote("GBP", "USD", "1.3444"));
    assertThat(rate(GBP, USD, FRIDAY))
        .isEqualTo(new FxRate(new BigDecimal("1.3444000000"), FRIDAY, "Bank of England"));
    record("ECB", new RateQuote(EUR, USD, FRIDAY.plusDays(3), new BigDecimal("1.1684")));
    assertThat(rate(GBP, USD, FRIDAY.plusDays(3)).publishedOn())
        .as("a cross needs both legs of one day")
        .isEqualTo(FRIDAY);
  }

  @Test
  void convertsToTheMinorUnitHalfUp() {
    record("ECB", quote("EUR", "JPY", "186.43"));
    assertThat(rates.convert(company.id(), Money.of("100.00", "USD"), GBP, FRIDAY))
        .isEqualTo(Money.of("74.38", "GBP"));
    assertThat(rates.convert(company.id(), Money.of("0.50", "EUR"), JPY, FRIDAY))
        .isEqualTo(Money.of("93", "JPY"));
  }

  @Test
  void averagesAMonthAsPublished() {
    record("ECB", new RateQuote(EUR, USD, FRIDAY.plusDays(3), new BigDecimal("1.1684")));
    FxRate average = rates.average(company.id(), EUR, USD, YearMonth.of(2026, 4));
    assertThat(average.rate()).isEqualByComparingTo("1.16975");
    assertThat(average.publishedOn()).isEqualTo(FRIDAY.plusDays(3));
    assertThat(average.source()).isEqualTo("ECB, average of 2 days");
    assertRefused(
        CurrencyError.AVERAGE_MISSING,
        () -> rates.average(company.id(), EUR, USD, YearMonth.of(2026, 3)));
  }

  @Test
  void theSameRateAgainChangesNothingAndAnotherIsRefused() {
    var again = record("ECB", quote("EUR", "USD", "1.17110"));
    assertThat(again).isEqualTo(new RateBook.Recorded(0, 1, List.of()));
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(
            () -> record("ECB", quote("EUR", "CHF", "0.9241"), quote("EUR", "USD", "1.1811")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(CurrencyError.RATE_DIFFERS))
        .satisfies(
            e ->
                assertThat(e.findings())
                    .extracting(Finding::place)
                    .containsExactly("2026-04-10 EUR/USD"));
    assertRefused(CurrencyError.RATE_MISSING, () -> rate(EUR, Currency.getInstance("CHF"), FRIDAY));
  }

  @Test
  void aCorrectionSupersedesAndLeavesTheWrongFigureToBeSeen() {
    PublishedRate wrong =
        rates.list(new RateFilter(company.id(), "USD", FRIDAY, FRIDAY, 10)).get(0);
    assertRefused(
        CurrencyError.REASON_MISSING,
        () -> book.correct(wrong.id(), new BigDecimal("1.18"), " ", TREASURER));
    book.correct(wrong.id(), new BigDecimal("1.18"), "typing error", TREASURER);
    assertThat(rate(EUR, USD, FRIDAY).rate()).isEqualByComparingTo("1.18");
    assertRefused(
        CurrencyError.RATE_UNKNOWN,
        () -> book.correct(wrong.id(), new BigDecimal("1.19"), "again", TREASURER));
    assertThatExceptionOfType(DataIntegrityViolationException.class)
        .isThrownBy(
            () -> jdbc.update("update finance.fx_rates set rate = 2 where id = ?", wrong.id()));
  }

  @Test
  void warnsOfARateThatJumpsAndRefusesNonsense() {
    var jumped =
        record("ECB", new RateQuote(EUR, USD, FRIDAY.plusDays(3), new BigDecimal("11.684")));
    assertThat(jumped.warnings())
        .extracting(Finding::code)
        .containsExactly(CurrencyError.RATE_JUMPS.id());
    assertRefused(CurrencyError.RATE_INVALID, () -> record("ECB", quote("EUR", "CHF", "0")));
    assertRefused(CurrencyError.RATE_INVALID, () -> record("ECB", quote("EUR", "EUR", "1")));
    assertRefused(
        CurrencyError.RATE_IN_FUTURE,
        () -> record("ECB", new RateQuote(EUR, USD, LocalDate.of(2999, 1, 1), BigDecimal.ONE)));
  }

  private FxRate rate(Currency from, Currency to, LocalDate on) {
    return rates.rate(company.id(), from, to, on);
  }

  private RateBook.Recorded record(String source, RateQuote... quotes) {
    return book.record(company.id(), List.of(quotes), source, null, TREASURER);
  }

  private static RateQuote quote(String base, String quote, String rate) {
    return new RateQuote(
        Currency.getInstance(base), Currency.getInstance(quote), FRIDAY, new BigDecimal(rate));
  }

  private static void assertRefused(CurrencyError code, Runnable call) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
