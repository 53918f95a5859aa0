package org.countinghouse.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Books;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class BudgetTests {

  private static final Actor ACCOUNTANT = Actor.of("accountant");
  private static final Actor CONTROLLER = Actor.of("controller");

  @Autowired Books books;
  @Autowired Ledger ledger;
  @Autowired Budgets budgets;
  @Autowired BudgetImport imports;
  @Autowired BookVerifier verifier;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void newBooks() {
    org = books.open();
  }

  @Test
  void versionComesIntoForceByASecondPersonAndStandsUntilTheNext() {
    Budget first = draft("account,cost_centre,year\n6100,,1000.00\n");
    assertThat(first.version()).isEqualTo(1);
    refused(() -> budgets.activate(first.id(), ACCOUNTANT), "budgets.maker-is-checker");
    refused(
        () -> budgets.activate(first.id(), new Actor("helper", "accountant")),
        "budgets.maker-is-checker");
    assertThat(budgets.activate(first.id(), CONTROLLER).state()).isEqualTo(Budget.State.IN_FORCE);
    refused(() -> budgets.activate(first.id(), CONTROLLER), "budgets.state");

    Budget second = draft("account,cost_centre,year\n6100,,2400.00\n");
    budgets.activate(second.id(), CONTROLLER);
    assertThat(budgets.require(first.id()).state()).isEqualTo(Budget.State.REPLACED);
    assertThat(room("6100", null).planned()).isEqualTo(eur("2400.00"));
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void whatIsLeftIsWhatWasPlannedLessWhatWasBooked() {
    Budget budget =
        draft(
            """
            account,cost_centre,2025-01,2025-02
            6100,,100.00,100.00
            6200,CC100,50.00,
            4000,,900.00,
            """);
    refused(() -> room(null, null), "budgets.not-in-force");
    budgets.activate(budget.id(), CONTROLLER);
    ledger.post(Books.rent(org, LocalDate.of(2025, 2, 1), "R1", "130.00"), ACCOUNTANT);
    assertThat(room("6100", null))
        .isEqualTo(new Budgets.Room(eur("200.00"), eur("130.00"), eur("0.00")));
    assertThat(room("6100", null).remaining()).isEqualTo(eur("70.00"));
    assertThat(room(null, "CC100").planned()).isEqualTo(eur("50.00"));
    assertThat(room("4000", null).planned())
        .as("income is planned positive")
        .isEqualTo(eur("900.00"));
  }

  @Test
  void yearIsSpreadToTheCentOverItsMonths() {
    Budget budget = draft("account,cost_centre,year\n6200,CC200,100.00\n");
    List<BudgetLine> lines = budgets.lines(budget.id());
    assertThat(lines).hasSize(12);
    assertThat(lines.get(0).amount()).isEqualTo(eur("8.34"));
    assertThat(lines.get(11))
        .isEqualTo(new BudgetLine("6200", "CC200", YearMonth.of(2025, 12), eur("8.33")));
    assertThat(lines.stream().map(BudgetLine::amount).reduce(Money::plus)).contains(eur("100.00"));
  }

  @Test
  void everyFaultOfAFileIsNamedWithItsRow() {
    BusinessException refusal =
        catchThrowableOfType(
            BusinessException.class,
            () ->
                draft(
                    """
                    account,cost_centre,period,amount
                    6100,,2025-01,10.00
                    9999,,2025-01,10.00
                    1000,,2025-02,10.00
                    6200,CC9,2025-01,10.00
                    6100,,2026-01,10.001
                    6100,,2025-01,5.00
                    6100,,January,5.00
                    6100,,2024-12,5.00
                    """));
    assertThat(refusal.findings())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("row 3", "budgets.account-unknown"),
            tuple("row 4", "budgets.account-heading"),
            tuple("row 5", "budgets.cost-centre-unknown"),
            tuple("row 6", "budgets.amount-invalid"),
            tuple("row 7", "budgets.line-twice"),
            tuple("row 8", "tables.date"),
            tuple("row 9", "budgets.period-outside"));
    assertThat(budgets.list(org)).isEmpty();
  }

  private Budget draft(String file) {
    return imports.run(
        new BudgetImport.Request(org, "BUDGET", 2025, "Budget 2025", "budget.csv"),
        file.getBytes(StandardCharsets.UTF_8),
        ACCOUNTANT);
  }

  private Budgets.Room room(@Nullable String account, @Nullable String costCentre) {
    return budgets.room(org, "BUDGET", 2025, account, costCentre);
  }

  private static void refused(ThrowingCallable attempt, String code) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            BusinessException.class, refusal -> assertThat(refusal.code().id()).isEqualTo(code));
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
