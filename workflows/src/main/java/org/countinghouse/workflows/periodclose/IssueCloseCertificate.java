package org.countinghouse.workflows.periodclose;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.access.Actor;
import org.countinghouse.close.CloseCertificates;
import org.springframework.stereotype.Component;

/** Signs what was closed. */
@Component("issueCloseCertificate")
class IssueCloseCertificate implements JavaDelegate {

  private final CloseCertificates certificates;
  private final ClosingOfProcess closingOf;

  IssueCloseCertificate(CloseCertificates certificates, ClosingOfProcess closingOf) {
    this.certificates = certificates;
    this.closingOf = closingOf;
  }

  @Override
  public void execute(DelegateExecution execution) {
    certificates.issue(closingOf.of(execution).id(), Actor.system(PeriodCloseVariables.KEY));
  }
}
