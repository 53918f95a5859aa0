package org.countinghouse.batch.payments.matchstatements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankWorld;
import org.countinghouse.banking.Mt940;
import org.countinghouse.batch.testing.TestRuns;
import org.countinghouse.batch.testing.TestRuns.Ended;
import org.countinghouse.jobs.JobOutcome;
import org.countinghouse.reconciliation.BankRules;
import org.countinghouse.reconciliation.NewBankRule;
import org.countinghouse.reconciliation.Reconciliation;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class MatchStatementsJobTests {

  @Autowired BankWorld world;
  @Autowired BankRules rules;
  @Autowired Reconciliation reconciliation;
  @Autowired TestRuns runs;

  @Test
  void aRuleThatCameLaterExplainsWhatIsInSuspense() {
    BankAccount account = world.account();
    world.receive(
        account,
        Mt940.of(1, "2026-03-02", "100.00")
            .entry("2026-03-02", "5.00", "NONREF", "interest of February")
            .entry("2026-03-02", "6.00", "NONREF", "who knows"));
    rules.define(
        account.organizationId(),
        new NewBankRule("Interest", 1, null, "interest", null, null, null, null, "4400", null),
        BankWorld.TREASURER);
    Ended run =
        runs.run(
            MatchStatementsJob.NAME,
            account.organizationId(),
            Map.of("run", "after the rule"),
            BankWorld.TREASURER);
    assertThat(run.outcome()).isEqualTo(JobOutcome.COMPLETED);
    assertThat(reconciliation.count(account.organizationId(), null)).isEqualTo(1);
  }
}
