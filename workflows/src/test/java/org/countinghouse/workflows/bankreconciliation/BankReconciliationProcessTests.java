package org.countinghouse.workflows.bankreconciliation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankStatements;
import org.countinghouse.banking.BankWorld;
import org.countinghouse.banking.Mt940;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.reconciliation.Part;
import org.countinghouse.reconciliation.Reconciliation;
import org.countinghouse.workflows.testing.ProcessTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class BankReconciliationProcessTests {

  @Autowired BankWorld world;
  @Autowired Organizations organizations;
  @Autowired BankStatements statements;
  @Autowired Reconciliation reconciliation;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  private BankAccount account;

  @BeforeEach
  void newCompany() {
    account = world.account();
  }

  @Test
  void oneTaskAsksForAllEntriesOfAnAccountAndEndsWithTheLast() {
    world.receive(
        account,
        Mt940.of(1, "2026-03-02", "100.00")
            .entry("2026-03-02", "5.00", "NONREF", "interest")
            .entry("2026-03-02", "-1.00", "NONREF", "who knows"));
    world.receive(
        account, Mt940.of(2, "2026-03-03", "104.00").entry("2026-03-03", "2.00", "NONREF", "more"));
    ProcessInstance asked = Objects.requireNonNull(instance("MAIN"));
    assertThat(asked).isWaitingAt("Task_ExplainEntries");
    Task task = tasks.createTaskQuery().processInstanceId(asked.getId()).singleResult();
    then(task.getName()).isEqualTo("Explain bank entries: MAIN");
    assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("3 entries");

    for (var open : reconciliation.queue(account.organizationId(), account.id(), 10)) {
      explain(open.entryId(), open.open());
    }
    assertThat(asked).isEnded();
    then(instance("MAIN")).isNull();
  }

  @Test
  void aHeldStatementIsAskedForUntilItIsDropped() {
    UUID id =
        Objects.requireNonNull(
            world
                .receive(
                    account,
                    Mt940.of("DE89370400440532013000", 1, "2026-03-02", "EUR", "1.00")
                        .entry("2026-03-02", "1.00", "NONREF", "not ours"))
                .statementId());
    ProcessInstance asked = Objects.requireNonNull(instance(WaitingEntries.UNKNOWN));
    statements.drop(id, "the bank mixed up its customers", BankWorld.TREASURER);
    assertThat(asked).isEnded();
  }

  private void explain(UUID entry, BigDecimal amount) {
    reconciliation.explain(
        entry, List.of(new Part(null, null, "4400", null, amount)), BankWorld.TREASURER);
  }

  private @Nullable ProcessInstance instance(String key) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(BankReconciliationBridge.KEY)
        .processInstanceBusinessKey(key)
        .tenantIdIn(organizations.byId(account.organizationId()).code())
        .singleResult();
  }
}
