package org.countinghouse.workflows.paymentrun;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payments.PaymentRunAnswered;
import org.countinghouse.payments.PaymentRunCancelled;
import org.countinghouse.payments.PaymentRunChanged;
import org.countinghouse.payments.PaymentRunOpened;
import org.countinghouse.payments.PaymentRunSubmitted;
import org.countinghouse.workflows.approval.ApprovalRestarts;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the process follow what happens to runs elsewhere, in the same transaction. */
@Component
class PaymentRunProcess {

  static final String KEY = "payment-run";
  static final String SUBJECT = "payment-run";

  private final RuntimeService runtime;
  private final Processes processes;
  private final Organizations organizations;
  private final ApprovalRestarts restarts;

  PaymentRunProcess(
      RuntimeService runtime,
      Processes processes,
      Organizations organizations,
      ApprovalRestarts restarts) {
    this.runtime = runtime;
    this.processes = processes;
    this.organizations = organizations;
    this.restarts = restarts;
  }

  @EventListener
  void start(PaymentRunOpened event) {
    processes.start(
        KEY,
        event.organizationId(),
        event.number(),
        Map.of(PaymentRunVariables.RUN_ID, event.runId().toString()));
  }

  @EventListener
  void goOn(PaymentRunSubmitted event) {
    tell("Msg_PaymentRunSubmitted", event.organizationId(), event.number());
  }

  @EventListener
  void restartApproval(PaymentRunChanged event) {
    restarts.subjectChanged(SUBJECT, event.runId());
  }

  @EventListener
  void end(PaymentRunCancelled event) {
    tell("Msg_PaymentRunGivenUp", event.organizationId(), event.number());
  }

  @EventListener
  void end(PaymentRunAnswered event) {
    tell("Msg_PaymentRunAnswered", event.organizationId(), event.number());
  }

  private void tell(String message, UUID organizationId, String number) {
    String tenant = organizations.byId(organizationId).code();
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation(message)
                .tenantId(tenant)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult());
  }
}
