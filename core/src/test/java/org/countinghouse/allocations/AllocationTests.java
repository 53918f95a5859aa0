package org.countinghouse.allocations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.AllocationRule.Target;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class AllocationTests {

  private static final Actor BY = Actor.of("controller");
  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Autowired TestOrganizations testOrganizations;
  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Ledger ledger;
  @Autowired Allocation allocation;
  @Autowired AllocationRules rules;
  @Autowired Statistics statistics;
  @Autowired AllocationRoutine routine;
  @Autowired BookVerifier verifier;
  @Autowired JdbcTemplate jdbc;

  private UUID org = new UUID(0, 0);
  private int references;

  @BeforeEach
  void newCompany() {
    org = testOrganizations.german().id();
    chart.create(
        org,
        List.of(
            NewAccount.of("1800", "Bank", AccountType.ASSET),
            NewAccount.of("6020", "Salaries", AccountType.EXPENSE),
            NewAccount.of("6310", "Rent", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("6805", "Telephone", AccountType.EXPENSE).perCostCentre(),
            NewAccount.of("6990", "Allocated costs", AccountType.EXPENSE)),
        BY);
    List.of("IT", "HOUSE", "WORKS", "SALES", "OFFICE")
        .forEach(code -> organizations.createCostCentre(org, code, code, BY));
    years.open(org, 2025, BY);
  }

  @Test
  void sharesSumToThePoolToTheCent() {
    spend("6310", "HOUSE", "100.00");
    rule(
        "RENT", 1, "HOUSE", "6310", fixed("WORKS", "1"), fixed("SALES", "1"), fixed("OFFICE", "1"));

    Allocation.Run run = run();
    assertThat(run.posted())
        .extracting(Allocation.Posted::allocated)
        .containsExactly(eur("100.00"));
    assertThat(balance("6310", "HOUSE")).isZero();
    // the odd cent goes to the first of equal remainders, in the order of the rule
    assertThat(balance("6310", "OFFICE")).isEqualByComparingTo("33.34");
    assertThat(balance("6310", "SALES")).isEqualByComparingTo("33.33");
    assertThat(balance("6310", "WORKS")).isEqualByComparingTo("33.33");
    assertThat(run().posted()).as("nothing is left to do").isEmpty();
    assertThat(routine.evidence(org, MARCH).isReady()).isTrue();
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void costsThatComeLaterAreAllocatedByTheirDifference() {
    spend("6310", "HOUSE", "100.00");
    rule("RENT", 1, "HOUSE", "6310", fixed("WORKS", "3"), fixed("SALES", "1"));
    run();
    spend("6310", "HOUSE", "50.00");
    assertThat(routine.evidence(org, MARCH).openItems())
        .singleElement()
        .satisfies(item -> assertThat(item.detail()).contains("50.00 EUR"));
    assertThat(run().posted())
        .extracting(Allocation.Posted::allocated)
        .containsExactly(eur("150.00"));
    assertThat(balance("6310", "WORKS")).isEqualByComparingTo("112.50");
    assertThat(balance("6310", "SALES")).isEqualByComparingTo("37.50");
    assertThat(balance("6310", "HOUSE")).isZero();
    assertThat(allocation.records(org, MARCH))
        .extracting(Allocation.Record::sequence)
        .containsExactly(1, 2);
  }

  /**
   * The step-down method: house costs go by square metres to IT and the others, then IT with its
   * part of the house by people to the rest. Figures worked out by hand.
   */
  @Test
  void laterStepsCarryOnWhatEarlierOnesBrought() {
    spend("6310", "HOUSE", "1200.00");
    spend("6805", "IT", "300.00");
    statistic("AREA", "IT", "100", "WORKS", "400", "SALES", "100");
    statistic("PEOPLE", "WORKS", "30", "SALES", "10");
    rules.create(
        org,
        rule(
            "HOUSE",
            10,
            "HOUSE",
            "6310",
            Driver.STATISTIC,
            "AREA",
            null,
            null,
            null,
            "IT",
            "WORKS",
            "SALES"),
        BY);
    rules.create(
        org,
        rule(
            "IT",
            20,
            "IT",
            "6000-6999",
            Driver.STATISTIC,
            "PEOPLE",
            null,
            null,
            null,
            "WORKS",
            "SALES"),
        BY);
    assertThat(run().posted()).hasSize(2);
    // 1200 by 100 : 400 : 100 = 200, 800, 200; IT has 300 + 200, by 30 : 10 = 375, 125
    assertThat(balance("6310", "WORKS")).isEqualByComparingTo("950.00");
    assertThat(balance("6310", "SALES")).isEqualByComparingTo("250.00");
    assertThat(balance("6805", "WORKS")).isEqualByComparingTo("225.00");
    assertThat(balance("6805", "SALES")).isEqualByComparingTo("75.00");
    assertThat(balance("6310", "IT")).isZero();
    assertThat(run().posted()).isEmpty();

    statistic("PEOPLE", "WORKS", "20", "SALES", "20");
    assertThat(run().posted()).extracting(Allocation.Posted::rule).containsExactly("IT");
    assertThat(balance("6805", "SALES")).isEqualByComparingTo("150.00");
    assertThat(run().posted()).isEmpty();
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void balancesDriveBeforeAnyAllocation() {
    spend("6020", "WORKS", "3000.00");
    spend("6020", "SALES", "1000.00");
    spend("6310", null, "80.00", "6990");
    rules.create(
        org,
        rule(
            "OVERHEAD",
            1,
            null,
            "6990",
            Driver.BALANCE,
            null,
            "6020",
            "6020",
            null,
            "WORKS",
            "SALES"),
        BY);
    run();
    assertThat(balance("6020", "WORKS")).isEqualByComparingTo("3060.00");
    assertThat(balance("6020", "SALES")).isEqualByComparingTo("1020.00");
    assertThat(run().posted()).as("its own postings do not drive it").isEmpty();
  }

  @Test
  void primaryCostsStayInSightWhereAnOffsetAccountIsNamed() {
    spend("6310", "HOUSE", "100.00");
    rules.create(
        org,
        new NewRule(
            "RENT",
            "Rent",
            1,
            "HOUSE",
            "6310",
            "6990",
            "6990",
            Driver.FIXED,
            null,
            null,
            MARCH,
            List.of(fixed("SALES", "1"))),
        BY);
    run();
    assertThat(balance("6310", "HOUSE")).isEqualByComparingTo("100.00");
    assertThat(balance("6990", "HOUSE")).isEqualByComparingTo("-100.00");
    assertThat(balance("6990", "SALES")).isEqualByComparingTo("100.00");
    assertThat(run().posted()).isEmpty();
  }

  @Test
  void allocationIsTakenBackAndRunAnew() {
    spend("6310", "HOUSE", "100.00");
    rule("RENT", 1, "HOUSE", "6310", fixed("SALES", "1"));
    run();
    allocation.takeBack(org, "RENT", MARCH, BY);
    assertThat(balance("6310", "SALES")).isZero();
    assertThat(balance("6310", "HOUSE")).isEqualByComparingTo("100.00");
    refused(() -> allocation.takeBack(org, "RENT", MARCH, BY), "allocations.nothing-posted");
    run();
    assertThat(balance("6310", "SALES")).isEqualByComparingTo("100.00");
    assertThat(verifier.verify()).allMatch(CheckResult::holds);
  }

  @Test
  void ruleWithoutItsDriverIsSetAsideAndTheOthersRun() {
    spend("6310", "HOUSE", "100.00");
    spend("6805", "IT", "10.00");
    statistics.create(org, new Statistics.Statistic("AREA", "Area", "m²"), BY);
    rules.create(
        org,
        rule("HOUSE", 1, "HOUSE", "6310", Driver.STATISTIC, "AREA", null, null, null, "WORKS"),
        BY);
    rule("IT", 2, "IT", "6805", fixed("SALES", "1"));
    Allocation.Run run = run();
    assertThat(run.refused())
        .extracting(refused -> refused.rule() + " " + refused.reason().code().id())
        .containsExactly("HOUSE allocations.driver-empty");
    assertThat(run.posted()).extracting(Allocation.Posted::rule).containsExactly("IT");
    assertThat(routine.evidence(org, MARCH).isReady()).isFalse();
  }

  @Test
  void costsDoNotGoBackToAnEmptiedPool() {
    rule("HOUSE", 1, "HOUSE", "6000-6999", fixed("IT", "1"));
    refused(
        () -> rule("IT", 2, "IT", "6310,6805", fixed("HOUSE", "1"), fixed("SALES", "1")),
        "allocations.circular");
    refused(() -> rule("SELF", 3, "IT", "6310", fixed("IT", "1")), "allocations.rule-invalid");
    refused(
        () -> rule("BAD", 3, "IT", "6999-6310", fixed("SALES", "1")),
        "allocations.accounts-invalid");
  }

  private Allocation.Run run() {
    return allocation.run(org, MARCH, BY);
  }

  private void rule(String code, int step, String source, String accounts, Target... targets) {
    rules.create(
        org,
        new NewRule(
            code,
            code,
            step,
            source,
            accounts,
            null,
            null,
            Driver.FIXED,
            null,
            null,
            YearMonth.of(2025, 1),
            List.of(targets)),
        BY);
  }

  private static NewRule rule(
      String code,
      int step,
      @Nullable String source,
      String accounts,
      Driver driver,
      @Nullable String statistic,
      @Nullable String driverAccounts,
      @Nullable String targetAccount,
      @Nullable String offset,
      String... targets) {
    return new NewRule(
        code,
        code,
        step,
        source,
        accounts,
        targetAccount,
        offset,
        driver,
        statistic,
        driverAccounts,
        YearMonth.of(2025, 1),
        List.of(targets).stream().map(target -> new Target(target, null)).toList());
  }

  private static Target fixed(String costCentre, String share) {
    return new Target(costCentre, new BigDecimal(share));
  }

  private void statistic(String code, String... pairs) {
    if (statistics.list(org).stream().noneMatch(known -> known.code().equals(code))) {
      statistics.create(org, new Statistics.Statistic(code, code, "1"), BY);
    }
    for (int i = 0; i < pairs.length; i += 2) {
      statistics.report(
          org,
          List.of(new Statistics.Value(code, pairs[i], MARCH, new BigDecimal(pairs[i + 1]))),
          BY);
    }
  }

  private void spend(String account, @Nullable String costCentre, String amount) {
    spend(account, costCentre, amount, account);
  }

  private void spend(String why, @Nullable String costCentre, String amount, String account) {
    ledger.post(
        new JournalDraft(
            org,
            LocalDate.of(2025, 3, 10),
            "Costs " + why,
            "ledger",
            "C" + ++references,
            List.of(
                DraftLine.debit(account, eur(amount)).at(costCentre),
                DraftLine.credit("1800", eur(amount)))),
        BY);
  }

  private BigDecimal balance(String account, String costCentre) {
    return jdbc.queryForObject(
        """
        select coalesce(sum(base_balance), 0) from finance.ledger_cost_centre_balance_v
         where organization_id = ? and account = ? and cost_centre = ?\
        """,
        BigDecimal.class,
        org,
        account,
        costCentre);
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
