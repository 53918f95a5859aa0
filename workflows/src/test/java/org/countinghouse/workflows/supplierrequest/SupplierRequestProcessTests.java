package org.countinghouse.workflows.supplierrequest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierRequest;
import org.countinghouse.payables.SupplierRequest.Kind;
import org.countinghouse.payables.SupplierRequests;
import org.countinghouse.payables.SupplierState;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld.Company;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people ask for in the start form, and what comes of it. */
@ProcessTest
class SupplierRequestProcessTests {

  private static final String OTHER_IBAN = "DE02120300000000202051";

  @Autowired SignOffWorld world;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired SupplierRequests requests;

  private Company company;
  private Supplier known;

  @BeforeEach
  void company() {
    company = world.company();
    known = company.supplier("DE136695976");
  }

  @Test
  void anotherAccountGoesToASecondPersonAndIsNeverAVariable() {
    UUID request = keep(Kind.NEW_ACCOUNT, List.of(PayeeAccount.of(OTHER_IBAN)));
    ProcessInstance started = start(request);

    assertThat(started).isEnded().hasPassed("EndEvent_RequestTaken");
    SupplierChange change = changes.open(known.id()).get(0);
    Assertions.assertThat(change.replaces()).isTrue();
    ProcessInstance verification =
        runtimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("supplier-change")
            .processInstanceBusinessKey(change.number())
            .tenantIdIn(company.organization().code())
            .singleResult();
    assertThat(verification).isWaitingAt("CallActivity_VerifyChange");
    company.login("controller");
    company.decide(company.approval(verification), "APPROVE", "called the old number");
    assertThat(verification).isEnded().hasPassed("EndEvent_ChangeVerified");
    Assertions.assertThat(changes.require(change.id()).letterDocumentId()).isNotNull();
    Assertions.assertThat(
            historyService().createHistoricVariableInstanceQuery().list().stream()
                .map(HistoricVariableInstance::getValue)
                .map(String::valueOf))
        .noneMatch(value -> value.contains(OTHER_IBAN));
  }

  @Test
  void blockingIsDoneAtOnceAndLettingGoTakesTwo() {
    start(keep(Kind.BLOCK, List.of()));
    Assertions.assertThat(suppliers.require(known.id()).state()).isEqualTo(SupplierState.BLOCKED);

    start(keep(Kind.UNBLOCK, List.of()));
    ProcessInstance verification =
        runtimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("supplier-change")
            .processInstanceBusinessKey(changes.open(known.id()).get(0).number())
            .tenantIdIn(company.organization().code())
            .singleResult();
    company.login("controller");
    company.decide(company.approval(verification), "APPROVE", "order of the court");
    Assertions.assertThat(suppliers.require(known.id()).state()).isEqualTo(SupplierState.ACTIVE);
  }

  @Test
  void aNewSupplierIsCompletedAndVerified() {
    UUID request =
        requests.keep(
            company.id(),
            new SupplierRequest(
                Kind.NEW_SUPPLIER,
                null,
                PayablesWorld.seller("Fresh GmbH", null),
                null,
                new SupplierContact("Desk", "desk@fresh.example", null, null),
                List.of(PayeeAccount.of(OTHER_IBAN)),
                false,
                "framework agreement"),
            company.actor("ap-clerk"));
    start(request);

    Assertions.assertThat(suppliers.list(company.id(), "Fresh"))
        .singleElement()
        .extracting(Supplier::state)
        .isEqualTo(SupplierState.CANDIDATE);
  }

  @Test
  void aRequestIsItsMakersAndTakenOnce() {
    UUID request = keep(Kind.BLOCK, List.of());
    company.login("controller");
    assertThatThrownBy(() -> company.start("supplier-request", variables(request)))
        .hasStackTraceContaining("There is no request");
    start(request);
    assertThatThrownBy(() -> start(request)).hasStackTraceContaining("taken already");
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingBegins() {
    assertThatThrownBy(
            () -> keep(Kind.NEW_ACCOUNT, List.of(PayeeAccount.of("DE02120300000000202015"))))
        .isInstanceOf(BusinessException.class)
        .hasMessageContaining("check digits")
        .hasMessageNotContaining("000000002020");
    assertThatThrownBy(() -> keep(Kind.NEW_ACCOUNT, List.of()))
        .hasMessageContaining("Give one bank account");
  }

  private UUID keep(Kind kind, List<PayeeAccount> accounts) {
    return requests.keep(
        company.id(),
        new SupplierRequest(
            kind, known.id(), null, null, null, accounts, true, "letter of the managing director"),
        company.actor("ap-clerk"));
  }

  private ProcessInstance start(UUID request) {
    company.login("ap-clerk");
    return company.start("supplier-request", variables(request));
  }

  private Map<String, Object> variables(UUID request) {
    return Map.of(
        "organization", company.organization().code(), "supplierRequestId", request.toString());
  }
}
