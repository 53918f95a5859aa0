package org.countinghouse.workflows.approval;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalDecisions;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Approvals.Pending;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.workflows.approval.ApprovalVariables.Said;
import org.countinghouse.workflows.approval.ApprovalVariables.Step;
import org.countinghouse.workflows.approval.ApprovalVariables.Submission;
import org.countinghouse.workflows.engine.CurrentUser;
import org.springframework.stereotype.Component;

/**
 * Takes a decision while its task completes, by whichever door: Tasklist, REST or the engine's own
 * API. What is refused keeps the task open. Only the person who is logged in counts, and only what
 * the database says about the request.
 */
@Component
class TakeDecision implements TaskListener {

  private final Approvals approvals;
  private final ApprovalDecisions decisions;
  private final CurrentUser user;

  TakeDecision(Approvals approvals, ApprovalDecisions decisions, CurrentUser user) {
    this.approvals = approvals;
    this.decisions = decisions;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Actor by = user.require();
    var variables = new ApprovalVariables(task);
    Submission submission = variables.takeSubmission();
    Pending pending = approvals.pending(task.getProcessInstanceId());
    if (!pending.unchanged()) {
      // nothing is recorded: what this person read is not what there is now
      variables.step(Step.CHANGED);
    } else if (submission.said() == Said.ASK) {
      decisions.ask(pending.request().id(), Objects.requireNonNullElse(submission.text(), ""), by);
      variables.step(Step.QUESTION);
    } else {
      decide(variables, submission, pending, by);
    }
  }

  private void decide(
      ApprovalVariables variables, Submission submission, Pending pending, Actor by) {
    Verdict verdict = submission.said() == Said.APPROVE ? Verdict.APPROVED : Verdict.REJECTED;
    ApprovalRequest then =
        decisions.decide(pending, verdict, submission.text(), submission.seenHash(), by);
    boolean open = then.state() == ApprovalRequest.State.OPEN;
    variables.step(open ? Step.NEXT_LEVEL : Step.DECIDED);
    if (!open) {
      variables.outcome(then.state());
    }
  }
}
