package org.countinghouse.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.FxRates;
import org.countinghouse.currency.RateBook;
import org.countinghouse.currency.RateFilter;
import org.countinghouse.currency.RateQuote;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.ledger.ChartTemplates;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.revaluation.Revaluations;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes made past every guard to rates and revaluations are seen. */
@DatabaseTest
class CurrencyVerifierTests {

  private static final Actor BY = Actor.of("accountant");
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Autowired BookVerifier verifier;
  @Autowired TestOrganizations organizations;
  @Autowired ChartTemplates charts;
  @Autowired FiscalYears years;
  @Autowired RateBook book;
  @Autowired FxRates rates;
  @Autowired Revaluations revaluations;
  @Autowired Ledger ledger;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          currency/corrections-follow | update finance.fx_rates set superseded_by = null, superseded_at = null where organization_id = '%s' and corrects_id is null
          revaluation/journals-say-the-same | update finance.revaluation_lines set posted = posted + 1 where organization_id = '%s'
          revaluation/journals-say-the-same | update finance.revaluations set period = date '2025-04-01' where organization_id = '%s'
          """)
  void tamperingIsSeen(String check, String change) {
    UUID org = worked();
    List<CheckResult> results =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  jdbc.execute("drop index finance.uq_fx_rates__current");
                  List.of("fx_rates", "revaluations", "revaluation_lines")
                      .forEach(
                          table ->
                              jdbc.execute(
                                  "alter table finance." + table + " disable trigger user"));
                  assertThat(jdbc.update(change.replace("%s", org.toString()))).isPositive();
                  return verifier.verify();
                }));
    assertThat(results)
        .filteredOn(result -> !result.holds())
        .extracting(CheckResult::check)
        .contains(check);
  }

  /** Dollars in the bank, valued by a rate that was corrected. */
  private UUID worked() {
    UUID org = organizations.british().id();
    charts.install(org, "gb", BY);
    years.open(org, 2025, BY);
    Money pounds = Money.of("80.00", "GBP");
    ledger.post(
        new JournalDraft(
            org,
            LocalDate.of(2025, 3, 3),
            "Dollars",
            "ledger",
            "D1",
            List.of(
                new DraftLine("1202", Money.of("100.00", "USD"), pounds, null, null),
                DraftLine.credit("3001", pounds))),
        BY);
    book.record(
        org,
        List.of(
            new RateQuote(
                Currency.getInstance("USD"),
                Currency.getInstance("GBP"),
                MARCH.atEndOfMonth(),
                new BigDecimal("0.85"))),
        "Treasury",
        null,
        BY);
    UUID wrong = rates.list(new RateFilter(org, null, null, null, 1)).get(0).id();
    book.correct(wrong, new BigDecimal("0.75"), "wrong column", BY);
    assertThat(revaluations.revalue(org, MARCH, BY)).isPresent();
    return org;
  }
}
