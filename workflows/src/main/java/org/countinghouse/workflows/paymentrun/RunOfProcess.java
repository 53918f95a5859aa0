package org.countinghouse.workflows.paymentrun;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.PaymentsError;
import org.springframework.stereotype.Component;

/** Finds the run an instance is about, by tenant and business key, which no client can write. */
@Component
class RunOfProcess {

  private final PaymentRuns runs;
  private final Organizations organizations;

  RunOfProcess(PaymentRuns runs, Organizations organizations) {
    this.runs = runs;
    this.organizations = organizations;
  }

  PaymentRun of(DelegateExecution execution) {
    String number = execution.getProcessBusinessKey();
    PaymentRun run =
        runs.find(organizations.byCode(execution.getTenantId()).id(), number)
            .orElseThrow(() -> PaymentsError.RUN_UNKNOWN.with(number));
    new PaymentRunVariables(execution).run(run.id(), run.proposedBy());
    return run;
  }
}
