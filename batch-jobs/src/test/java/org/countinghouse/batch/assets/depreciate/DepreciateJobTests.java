package org.countinghouse.batch.assets.depreciate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.assets.AssetDetails;
import org.countinghouse.assets.AssetRegister;
import org.countinghouse.assets.Assets;
import org.countinghouse.assets.AssetsWorld;
import org.countinghouse.assets.Beginning;
import org.countinghouse.assets.Depreciation;
import org.countinghouse.assets.NewAsset;
import org.countinghouse.assets.TermsWish;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.batch.testing.TestRuns.Ended;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.RowError;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class DepreciateJobTests {

  private static final LocalDate NEW_YEAR = LocalDate.of(2025, 1, 1);
  private static final YearMonth JANUARY = YearMonth.of(2025, 1);

  @Autowired AssetsWorld world;
  @Autowired Assets assets;
  @Autowired AssetRegister register;
  @Autowired Depreciation depreciation;
  @Autowired ChartOfAccounts chart;
  @Autowired TestRuns runs;
  @Autowired Jobs jobs;

  private UUID org = new UUID(0, 0);

  @BeforeEach
  void machineAndVan() {
    org = world.company().id();
    assets.register(org, AssetsWorld.machine(NEW_YEAR), AssetsWorld.ACCOUNTANT);
    assets.register(
        org,
        NewAsset.of(
                "Van",
                "CARS",
                AssetDetails.at("CC200"),
                Beginning.boughtAgainst(NEW_YEAR, Money.of("30000.00", "EUR"), "1800"))
            .with(new TermsWish(null, null, null, null, null, new BigDecimal("100000"), "km")),
        AssetsWorld.ACCOUNTANT);
  }

  @Test
  void whatIsDueIsPostedAndWhatNobodyReportedIsSetAside() {
    Ended run = run();
    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(run.rowErrors())
        .extracting(RowError::code, RowError::place)
        .containsExactly(tuple("assets.units-missing", "FA-000002"));
    assertThat(jobs.steps(run.runId()))
        .extracting(step -> step.step() + " " + step.done() + "/" + step.expected())
        .containsExactly("assets.depreciate/depreciate-month 2/2");
    assertThat(depreciation.due(org, JANUARY)).isEmpty();
  }

  @Test
  void secondRunFindsNothingToDo() {
    run();
    UUID machine =
        register.list(new AssetRegister.Query(org, "MACHINES", null, null, 1, 0)).get(0).id();
    int before = register.transactions(machine).size();
    run();
    assertThat(register.transactions(machine)).hasSize(before);
  }

  @Test
  void categoryTheLedgerRefusesIsSetAside() {
    chart.deactivate(org, "6220", AssetsWorld.ACCOUNTANT);
    Ended run = run();
    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED_WITH_EXCEPTIONS);
    assertThat(run.rowErrors()).extracting(RowError::place).contains("MACHINES");
    assertThat(depreciation.due(org, JANUARY)).hasSize(1);
  }

  private Ended run() {
    return runs.run(
        DepreciateJob.NAME, org, Map.of("period", JANUARY.toString()), AssetsWorld.ACCOUNTANT);
  }
}
