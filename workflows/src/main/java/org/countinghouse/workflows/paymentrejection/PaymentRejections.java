package org.countinghouse.workflows.paymentrejection;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payments.BankAnswers;
import org.countinghouse.payments.PaymentsError;
import org.countinghouse.payments.PaymentsRejected;
import org.countinghouse.payments.RejectionSettled;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process for every answer that rejects something, and finds its answer again. */
@Component
class PaymentRejections {

  static final String KEY = "payment-rejection";

  private final RuntimeService runtime;
  private final Processes processes;
  private final Organizations organizations;
  private final BankAnswers answers;

  PaymentRejections(
      RuntimeService runtime,
      Processes processes,
      Organizations organizations,
      BankAnswers answers) {
    this.runtime = runtime;
    this.processes = processes;
    this.organizations = organizations;
    this.answers = answers;
  }

  @EventListener
  void start(PaymentsRejected event) {
    processes.start(
        KEY,
        event.organizationId(),
        key(event.runNumber(), event.answerId()),
        Map.of(PaymentRejectionVariables.ANSWER_ID, event.answerId().toString()));
  }

  @EventListener
  void end(RejectionSettled event) {
    String tenant = organizations.byId(event.organizationId()).code();
    processes.asSystem(
        () ->
            runtime
                .createMessageCorrelation("Msg_RejectionSettled")
                .tenantId(tenant)
                .processInstanceBusinessKey(key(event.runNumber(), event.answerId()))
                .correlateAllWithResult());
  }

  /** The answer of an instance: by its business key, which no client can write. */
  Answer of(DelegateExecution execution) {
    String key = execution.getProcessBusinessKey();
    int slash = key.indexOf('/');
    UUID answerId = UUID.fromString(key.substring(slash + 1));
    UUID organizationId = organizations.byCode(execution.getTenantId()).id();
    if (!answers.organizationOf(answerId).equals(organizationId)) {
      throw PaymentsError.ANSWER_UNKNOWN.with(answerId);
    }
    return new Answer(organizationId, answerId, key.substring(0, slash));
  }

  /** An answer and the run it is about. */
  record Answer(UUID organizationId, UUID id, String runNumber) {}

  private static String key(String runNumber, UUID answerId) {
    return runNumber + "/" + answerId;
  }
}
