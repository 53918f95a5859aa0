package org.countinghouse.workflows.paymentrun;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payments.PaymentProposals;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.PaymentRuns;
import org.countinghouse.payments.PaymentsError;
import org.countinghouse.payments.ProposalRequest;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.engine.Processes;
import org.springframework.stereotype.Component;

/**
 * Registers the run that the start form asks for, for whoever is logged in; one that came over REST
 * or by schedule is registered already. A refusal reaches the person who starts, and nothing has
 * begun.
 */
@Component
class OpenPaymentRun implements JavaDelegate {

  private final PaymentProposals proposals;
  private final PaymentRuns runs;
  private final Organizations organizations;
  private final Access access;
  private final CurrentUser user;
  private final RuntimeService runtime;
  private final Processes processes;

  OpenPaymentRun(
      PaymentProposals proposals,
      PaymentRuns runs,
      Organizations organizations,
      Access access,
      CurrentUser user,
      RuntimeService runtime,
      Processes processes) {
    this.proposals = proposals;
    this.runs = runs;
    this.organizations = organizations;
    this.access = access;
    this.user = user;
    this.runtime = runtime;
    this.processes = processes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new PaymentRunVariables(execution);
    UUID organizationId = organizations.byCode(execution.getTenantId()).id();
    ProposalRequest request = variables.takeRequest();
    Optional<UUID> known = variables.runIdIfKnown();
    PaymentRun run = known.isPresent() ? known(known.get(), execution) : null;
    if (run == null) {
      Actor by = user.require();
      access.require(by, "payments.run:propose", organizationId);
      run = proposals.register(organizationId, request, by);
    } else if (!run.organizationId().equals(organizationId)) {
      throw PaymentsError.RUN_UNKNOWN.with(run.id());
    }
    execution.setProcessBusinessKey(run.number());
    variables.run(run.id(), run.proposedBy());
  }

  /** Nobody gets a second process going for a run that has one. */
  private PaymentRun known(UUID id, DelegateExecution execution) {
    PaymentRun run = runs.require(id);
    boolean hasOne =
        processes.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(PaymentRunProcess.KEY)
                    .processInstanceBusinessKey(run.number())
                    .tenantIdIn(execution.getTenantId())
                    .list()
                    .stream()
                    .anyMatch(other -> !other.getId().equals(execution.getProcessInstanceId())));
    if (hasOne || run.state() != PaymentRun.State.PROPOSING) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "proposed");
    }
    return run;
  }
}
