package org.countinghouse.workflows.approval;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Candidate;
import org.springframework.stereotype.Component;

/** Puts the task before the people of the next level as well; the first ones keep it. */
@Component
class EscalateApproval implements JavaDelegate {

  static final String DECIDE_TASK = "Task_DecideApproval";

  private final Approvals approvals;

  EscalateApproval(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ApprovalRequest request = approvals.byCorrelation(execution.getProcessInstanceId());
    List<Candidate> asked = approvals.escalate(request.id());
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(DECIDE_TASK)
            .singleResult();
    Set<String> before =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getUserId)
            .collect(Collectors.toSet());
    asked.stream()
        .map(Candidate::username)
        .filter(username -> !before.contains(username))
        .forEach(username -> tasks.addCandidateUser(task.getId(), username));
    approvals.remind(request.id(), true);
  }
}
