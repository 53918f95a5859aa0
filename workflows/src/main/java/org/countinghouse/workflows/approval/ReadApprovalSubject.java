package org.countinghouse.workflows.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.spi.SubjectState;
import org.springframework.stereotype.Component;

/** Reads what the decision table needs to know of the subject, from the database. */
@Component
class ReadApprovalSubject implements JavaDelegate {

  private final Approvals approvals;

  ReadApprovalSubject(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var variables = new ApprovalVariables(execution);
    SubjectState subject = approvals.subject(variables.subjectType(), variables.subjectId());
    variables.tableInput(subject);
    variables.keep(subject);
  }
}
