package org.countinghouse.workflows.invoicesignoff;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.YearMonth;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.countinghouse.ledger.Periods;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.workflows.invoicesignoff.SignOffWorld.Company;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class InvoiceSignOffProcessTests {

  @Autowired SignOffWorld world;
  @Autowired Invoices invoices;
  @Autowired Suppliers suppliers;
  @Autowired Periods periods;

  private Company company;

  @BeforeEach
  void company() {
    company = world.company();
  }

  @Test
  void carriesAnInvoiceFromReceiptToTheBooks() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    assertThat(signOff).isWaitingAt("Task_CodeInvoice");
    Assertions.assertThat(signOff.getBusinessKey()).isEqualTo("PI-2026-000001");
    Assertions.assertThat(signOff.getTenantId()).isEqualTo(company.organization().code());

    company.code(signOff);
    assertThat(signOff).isWaitingAt("CallActivity_ApproveInvoice");
    company.login("department-head");
    company.decide(company.approval(signOff), "APPROVE", null);

    assertThat(signOff).isEnded().hasPassed("Task_PostInvoice", "EndEvent_InvoiceDue");
    var invoice = invoices.find(company.organization().code(), "PI-2026-000001").orElseThrow();
    Assertions.assertThat(invoice.state()).isEqualTo(InvoiceState.POSTED);
    Assertions.assertThat(invoice.approvedBy()).isEqualTo(company.name("department-head"));
  }

  @Test
  void keepsOnlyIdsAndDecisionsInItsVariables() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    company.code(signOff);
    Assertions.assertThat(runtimeService().getVariables(signOff.getId()).keySet())
        .isSubsetOf(
            "invoiceId",
            "supplierId",
            "supplierState",
            "duplicate",
            "matchOutcome",
            "codingOutcome",
            "organization",
            "organizationId");
  }

  @Test
  void waitsForTheVerificationOfAnUnknownSupplier() {
    ProcessInstance signOff = company.receive("RE-1", "DE9", "100.00");
    assertThat(signOff).isWaitingAt("CatchEvent_SupplierDecided");

    SupplierChangeSteps.verify(company, signOff);

    assertThat(signOff).isWaitingAt("Task_CodeInvoice");
  }

  @Test
  void aRefusedSupplierIsAnException() {
    ProcessInstance signOff = company.receive("RE-1", "DE9", "100.00");
    SupplierChangeSteps.refuse(company, signOff);
    assertThat(signOff).isWaitingAt("Task_ResolveException");

    company.login("controller");
    company.complete(
        signOff, Map.of("exceptionOutcome", "REJECT", "text", "we never ordered there"));
    assertThat(signOff).isEnded().hasPassed("EndEvent_InvoiceRejected");
  }

  @Test
  void aDuplicateFoundOnMergingIsResolvedByTheController() {
    var known = company.supplier("DE1");
    company.receive("RE-1", "DE1", "100.00");
    var unknown =
        PayablesWorld.invoice(
            "RE-1",
            org.countinghouse.payables.InvoiceType.INVOICE,
            PayablesWorld.seller("Another name", null),
            java.util.List.of(PayablesWorld.line("1", "70.00", "E", "0")),
            java.util.List.of(PayablesWorld.tax("E", "0", "70.00", "0.00")));
    ProcessInstance second = company.receive(withoutAccounts(unknown));
    assertThat(second).isWaitingAt("CatchEvent_SupplierDecided");

    SupplierChangeSteps.merge(company, second, known.id());
    assertThat(second).isWaitingAt("Task_ResolveException");

    company.login("controller");
    company.complete(
        second, Map.of("exceptionOutcome", "GO_ON", "text", "another depot, same numbers"));
    assertThat(second).isWaitingAt("Task_CodeInvoice");
    Assertions.assertThat(
            runtimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(second.getBusinessKey())
                .processDefinitionKey("invoice-sign-off")
                .tenantIdIn(company.organization().code())
                .count())
        .isEqualTo(1);
  }

  @Test
  void clarifiesAndReturns() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    company.login("ap-clerk");
    company.complete(signOff, Map.of("codingOutcome", "CLARIFY", "text", "Which delivery?"));
    assertThat(signOff).isWaitingAt("Task_ClarifyInvoice");
    company.complete(signOff, Map.of("text", "Delivery of March"));
    assertThat(signOff).isWaitingAt("Task_CodeInvoice");
    Assertions.assertThat(invoices.details(company.invoiceId(signOff)).notes())
        .extracting(note -> note.text())
        .containsExactly("Which delivery?", "Delivery of March");

    company.complete(signOff, Map.of("codingOutcome", "REJECT", "text", "wrong company"));
    assertThat(signOff).isEnded().hasPassed("EndEvent_InvoiceRejected");
  }

  @Test
  void cannotBeSentOnUncoded() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    company.login("ap-clerk");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> company.complete(signOff, Map.of("codingOutcome", "CODED")));
    assertThat(signOff).isWaitingAt("Task_CodeInvoice");
  }

  @Test
  void aSubmittedInvoiceIdIsNotBelieved() {
    company.supplier("DE1");
    ProcessInstance mine = company.receive("RE-1", "DE1", "100.00");
    ProcessInstance other = company.receive("RE-2", "DE1", "900000.00");
    var otherId = company.invoiceId(other);
    company.code(other);
    company.login("ap-clerk");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(
            () ->
                company.complete(
                    mine, Map.of("codingOutcome", "CODED", "invoiceId", otherId.toString())));
    Assertions.assertThat(invoices.require(company.invoiceId(mine)).number()).isEqualTo("RE-1");
  }

  @Test
  void whatTheApproverRejectsGoesBackToTheClerk() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    company.code(signOff);
    company.login("department-head");
    company.decide(company.approval(signOff), "REJECT", "not our cost centre");
    assertThat(signOff).isWaitingAt("Task_CodeInvoice");

    company.code(signOff);
    company.login("department-head");
    company.decide(company.approval(signOff), "APPROVE", null);
    assertThat(signOff).isEnded().hasPassed("EndEvent_InvoiceDue");
  }

  @Test
  void aClosedPeriodGoesToReviewAndAnotherDayToTheBooks() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    company.code(signOff);
    periods.lockModule(
        company.id(), YearMonth.of(2026, 3), "payables", company.actor("accountant"));
    company.login("department-head");
    company.decide(company.approval(signOff), "APPROVE", null);
    assertThat(signOff)
        .isWaitingAt("Task_ReviewPosting")
        .variables()
        .containsEntry("postingError", "ledger.period-locked");
    assertThat(task(signOff)).hasCandidateGroup("accountant");

    company.login("accountant");
    company.complete(signOff, Map.of("reviewOutcome", "POST_AGAIN", "postingDate", "2026-04-01"));
    assertThat(signOff).isEnded().hasPassed("EndEvent_InvoiceDue");
    Assertions.assertThat(
            invoices
                .find(company.organization().code(), "PI-2026-000001")
                .orElseThrow()
                .postingDate())
        .isEqualTo("2026-04-01");
  }

  @Test
  void whoMayNotCodeCannotCompleteTheTaskByAnyDoor() {
    company.supplier("DE1");
    ProcessInstance signOff = company.receive("RE-1", "DE1", "100.00");
    company.login("requester");
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(
            () ->
                company.complete(signOff, Map.of("codingOutcome", "REJECT", "text", "no reason")));
  }

  private static org.countinghouse.payables.ReceivedInvoice withoutAccounts(
      org.countinghouse.payables.ReceivedInvoice all) {
    return new org.countinghouse.payables.ReceivedInvoice(
        all.number(),
        all.issuedOn(),
        all.dueOn(),
        all.type(),
        all.currency(),
        all.seller(),
        all.buyer(),
        all.lines(),
        all.taxes(),
        all.totals(),
        java.util.List.of(),
        null,
        null,
        null,
        null);
  }
}
