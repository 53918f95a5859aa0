package org.countinghouse.workflows.supplierchange;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierAccount;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierState;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld.Company;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class SupplierChangeProcessTests {

  private static final String OTHER_IBAN = "DE02120300000000202051";

  @Autowired SignOffWorld world;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;

  private Company company;

  @BeforeEach
  void company() {
    company = world.company();
  }

  @Test
  void aNewSupplierIsCompletedByOneAndVerifiedByAnother() {
    Supplier candidate = create();
    ProcessInstance change = process(candidate);
    assertThat(change).isWaitingAt("Task_CompleteSupplier");
    company.login("ap-clerk");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> company.complete(change, Map.of()))
        .withMessageContaining("Save the data");
    prepare(candidate);
    company.complete(change, Map.of());
    assertThat(change).isWaitingAt("CallActivity_VerifyChange");

    company.login("controller");
    company.decide(company.approval(change), "APPROVE", "called the number in the register");
    assertThat(change).isEnded().hasPassed("EndEvent_ChangeVerified");
    Assertions.assertThat(suppliers.require(candidate.id()).state())
        .isEqualTo(SupplierState.ACTIVE);
  }

  @Test
  void agreeingNeedsEvidence() {
    Supplier candidate = create();
    ProcessInstance change = process(candidate);
    prepare(candidate);
    company.login("ap-clerk");
    company.complete(change, Map.of());
    company.login("controller");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> company.decide(company.approval(change), "APPROVE", null))
        .withMessageContaining("bank details were checked");
    assertThat(change).isWaitingAt("CallActivity_VerifyChange");
  }

  @Test
  void anotherAccountOfAKnownSupplierGoesStraightToTheSecondPerson() {
    Supplier known = company.supplier("DE1");
    changes.proposeAccount(
        known, PayeeAccount.of(OTHER_IBAN), "mail of today", company.actor("ap-clerk"));
    ProcessInstance change = process(known);
    assertThat(change).isWaitingAt("CallActivity_VerifyChange");

    company.login("controller");
    company.decide(company.approval(change), "REJECT", "the mail was forged");
    assertThat(change).isEnded().hasPassed("EndEvent_ChangeRefused");
    Assertions.assertThat(suppliers.require(known.id()).state()).isEqualTo(SupplierState.ACTIVE);
    Assertions.assertThat(suppliers.accounts(known.id()))
        .extracting(SupplierAccount::state)
        .containsExactly(SupplierAccount.State.VERIFIED, SupplierAccount.State.REJECTED);
  }

  @Test
  void aCandidateWeHaveAlreadyIsMerged() {
    Supplier known = company.supplier("DE1");
    Supplier candidate = create();
    ProcessInstance change = process(candidate);
    company.login("ap-clerk");
    company.complete(change, Map.of("mergeInto", known.id().toString()));
    assertThat(change).isEnded().hasPassed("EndEvent_CandidateMerged");
    Assertions.assertThat(suppliers.require(candidate.id()).state())
        .isEqualTo(SupplierState.BLOCKED);
  }

  private Supplier create() {
    return suppliers.create(
        company.id(),
        new NewSupplier(
            PayablesWorld.seller("New one", "DE77"),
            SupplierTerms.DEFAULT,
            List.of(PayeeAccount.of(PayablesWorld.GOOD_IBAN))),
        "framework agreement",
        company.actor("requester"));
  }

  private void prepare(Supplier candidate) {
    SupplierChange change = changes.open(candidate.id()).get(0);
    changes.prepare(change.id(), candidate.party(), candidate.terms(), company.actor("ap-clerk"));
  }

  private ProcessInstance process(Supplier supplier) {
    return runtimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("supplier-change")
        .variableValueEquals("changeId", changes.open(supplier.id()).get(0).id().toString())
        .singleResult();
  }
}
