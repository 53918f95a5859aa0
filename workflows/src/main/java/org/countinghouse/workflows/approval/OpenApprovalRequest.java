package org.countinghouse.workflows.approval;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.LevelRule.Authority;
import org.springframework.stereotype.Component;

/**
 * Opens the request with the levels the decision table gave, or opens it anew after a change. A
 * listener of the table's task, because only there the result exists without becoming a variable.
 */
@Component
class OpenApprovalRequest implements ExecutionListener {

  private final Approvals approvals;

  OpenApprovalRequest(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var variables = new ApprovalVariables(execution);
    var result = (DmnDecisionResult) execution.getVariable("decisionResult");
    List<LevelRule> levels =
        result.getResultList().stream().map(OpenApprovalRequest::level).toList();
    approvals.open(
        execution.getProcessInstanceId(),
        variables.subjectType(),
        variables.subjectId(),
        variables.subject(),
        levels);
  }

  private static LevelRule level(Map<String, Object> row) {
    return new LevelRule(
        cell(row, "role").toString(),
        Authority.valueOf(cell(row, "authority").toString()),
        hours(row, "remindAfterHours"),
        hours(row, "escalateAfterHours"));
  }

  private static Duration hours(Map<String, Object> row, String column) {
    return Duration.ofHours(Long.parseLong(cell(row, column).toString()));
  }

  private static Object cell(Map<String, Object> row, String column) {
    return Objects.requireNonNull(row.get(column), () -> "no " + column + " in the decision table");
  }
}
