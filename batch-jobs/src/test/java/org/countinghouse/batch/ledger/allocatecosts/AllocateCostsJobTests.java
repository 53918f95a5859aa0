package org.countinghouse.batch.ledger.allocatecosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.allocations.Allocation;
import org.countinghouse.allocations.AllocationRule.Target;
import org.countinghouse.allocations.AllocationRules;
import org.countinghouse.allocations.Driver;
import org.countinghouse.allocations.NewRule;
import org.countinghouse.allocations.Statistics;
import org.countinghouse.assets.Assets;
import org.countinghouse.assets.AssetsWorld;
import org.countinghouse.assets.Depreciation;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.batch.testing.TestRuns.Ended;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class AllocateCostsJobTests {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired AssetsWorld world;
  @Autowired Assets assets;
  @Autowired Depreciation depreciation;
  @Autowired AllocationRules rules;
  @Autowired Statistics statistics;
  @Autowired Allocation allocation;
  @Autowired TestRuns runs;
  @Autowired Jobs jobs;

  @Test
  void ruleWithoutItsDriverIsSetAsideAndTheOtherPostsOnce() {
    UUID org = world.company().id();
    assets.register(org, AssetsWorld.machine(LocalDate.of(2025, 1, 1)), AssetsWorld.ACCOUNTANT);
    depreciation.run(org, JANUARY, AssetsWorld.ACCOUNTANT);
    rules.create(
        org,
        new NewRule(
            "FIX",
            "Fixed",
            1,
            "CC100",
            "6220",
            null,
            null,
            Driver.FIXED,
            null,
            null,
            JANUARY,
            List.of(new Target("CC200", BigDecimal.ONE))),
        AssetsWorld.ACCOUNTANT);
    statistics.create(org, new Statistics.Statistic("AREA", "Area", "m²"), AssetsWorld.ACCOUNTANT);
    // what stands on no cost centre: the bank
    rules.create(
        org,
        new NewRule(
            "AREA",
            "By area",
            2,
            null,
            "1800",
            null,
            null,
            Driver.STATISTIC,
            "AREA",
            null,
            JANUARY,
            List.of(new Target("CC200", null))),
        AssetsWorld.ACCOUNTANT);

    Ended run = run(org);
    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(run.rowErrors())
        .extracting(RowError::code, RowError::place)
        .containsExactly(tuple("allocations.driver-empty", "AREA"));
    assertThat(jobs.steps(run.runId()))
        .extracting(step -> step.step() + " " + step.done() + "/" + step.expected())
        .containsExactly("ledger.allocate-costs/allocate-month 2/2");
    run(org);
    assertThat(allocation.records(org, JANUARY))
        .extracting(Allocation.Record::rule, Allocation.Record::sequence)
        .containsExactly(tuple("FIX", 1));
  }

  private Ended run(UUID org) {
    return runs.run(
        AllocateCostsJob.NAME, org, Map.of("period", JANUARY.toString()), AssetsWorld.ACCOUNTANT);
  }
}
