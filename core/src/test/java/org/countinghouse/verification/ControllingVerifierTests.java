package org.countinghouse.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.allocations.Allocation;
import org.countinghouse.allocations.AllocationRule;
import org.countinghouse.allocations.AllocationRules;
import org.countinghouse.allocations.Driver;
import org.countinghouse.allocations.NewRule;
import org.countinghouse.assets.Assets;
import org.countinghouse.assets.AssetsWorld;
import org.countinghouse.assets.Depreciation;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.BudgetLine;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.budgets.NewBudget;
import org.countinghouse.database.OwnerRole;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes made past every guard to assets, allocations and budgets are seen. */
@DatabaseTest
class ControllingVerifierTests {

  private static final YearMonth MARCH = YearMonth.of(2025, 3);

  @Autowired BookVerifier verifier;
  @Autowired AssetsWorld world;
  @Autowired Assets assets;
  @Autowired Depreciation depreciation;
  @Autowired AllocationRules rules;
  @Autowired Allocation allocation;
  @Autowired Budgets budgets;
  @Autowired OwnerRole owner;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          assets/journals-agree | update finance.asset_transactions set accumulated = accumulated + 1 where organization_id = '%s' and kind = 'DEPRECIATION'
          assets/journals-agree | delete from finance.asset_transactions where organization_id = '%s' and kind = 'DEPRECIATION'
          assets/register-sound | update finance.asset_transactions set accumulated = 7000 where organization_id = '%s' and kind = 'DEPRECIATION'
          assets/register-sound | update finance.asset_series set last_number = 2 where organization_id = '%s'
          allocations/runs-agree | update finance.allocation_run_shares set amount = amount + 1 where organization_id = '%s'
          allocations/runs-agree | update finance.allocation_runs set allocated = allocated + 1 where organization_id = '%s'
          budgets/versions-sound | update finance.budgets set version = 3 where organization_id = '%s'
          budgets/versions-sound | update finance.budget_lines set period = date '2026-01-01' where organization_id = '%s'
          budgets/versions-sound | update finance.budget_lines set currency = 'USD' where organization_id = '%s'
          """)
  void tamperingIsSeen(String check, String change) {
    UUID org = worked();
    assertThat(verifier.verify()).filteredOn(result -> !result.holds()).isEmpty();
    List<CheckResult> results =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  owner.assume();
                  List.of(
                          "asset_transactions",
                          "allocation_runs",
                          "allocation_run_shares",
                          "budget_lines")
                      .forEach(
                          table ->
                              jdbc.execute(
                                  "alter table finance." + table + " disable trigger user"));
                  assertThat(jdbc.update(change.formatted(org))).isPositive();
                  return verifier.verify();
                }));
    assertThat(results)
        .filteredOn(result -> !result.holds())
        .extracting(CheckResult::check)
        .contains(check);
  }

  /** A machine written down in March, its depreciation allocated, and a budget for it. */
  private UUID worked() {
    Actor by = AssetsWorld.ACCOUNTANT;
    UUID org = world.company().id();
    assets.register(org, AssetsWorld.machine(LocalDate.of(2025, 3, 1)), by);
    depreciation.run(org, MARCH, by);
    rules.create(
        org,
        new NewRule(
            "WORKS",
            "Works",
            1,
            "CC100",
            "6220",
            null,
            null,
            Driver.FIXED,
            null,
            null,
            MARCH,
            List.of(new AllocationRule.Target("CC200", BigDecimal.ONE))),
        by);
    assertThat(allocation.run(org, MARCH, by).posted()).hasSize(1);
    Budget draft =
        budgets.draft(
            org,
            new NewBudget(
                "BUDGET",
                2025,
                "2025",
                null,
                List.of(new BudgetLine("6220", "CC200", MARCH, Money.of("90.00", "EUR")))),
            by);
    budgets.activate(draft.id(), Actor.of("controller"));
    return org;
  }
}
