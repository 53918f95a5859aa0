package org.countinghouse.workflows.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.countinghouse.approvals.ApprovalError;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.workflows.approval.ApprovalVariables.Said;
import org.countinghouse.workflows.engine.CurrentUser;
import org.countinghouse.workflows.engine.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approval tasks of the engine as callers of the API see them, by the request's id or the task's.
 */
@Service
public class ApprovalTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Approvals approvals;
  private final ApprovalHistory history;
  private final Processes processes;
  private final CurrentUser user;

  ApprovalTasks(
      TaskService tasks,
      RuntimeService runtime,
      Approvals approvals,
      ApprovalHistory history,
      Processes processes,
      CurrentUser user) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.approvals = approvals;
    this.history = history;
    this.processes = processes;
    this.user = user;
  }

  /** Where a task belongs: organization code, number of the document, name of the step. */
  public record Place(String organization, String businessKey, String step) {}

  /**
   * The request a task asks about. Only for a task the current user may read.
   *
   * @throws BusinessException {@code approvals.unknown}
   */
  public ApprovalRequest request(String taskId) {
    Task task = readable(taskId);
    return approvals.byCorrelation(task.getProcessInstanceId());
  }

  /**
   * Where a task belongs. Only for a task the current user may read.
   *
   * @throws BusinessException {@code approvals.unknown}
   */
  public Place place(String taskId) {
    Task task = readable(taskId);
    ProcessInstance instance =
        processes.asSystem(
            () ->
                runtime
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult());
    return new Place(task.getTenantId(), instance.getBusinessKey(), task.getTaskDefinitionKey());
  }

  /** The open decision task of a request, if the current user may see it. */
  public Optional<String> openTask(ApprovalRequest request) {
    return Optional.ofNullable(
            tasks
                .createTaskQuery()
                .processInstanceId(request.correlation())
                .taskDefinitionKey(EscalateApproval.DECIDE_TASK)
                .singleResult())
        .map(Task::getId);
  }

  /**
   * The task a request waits at now, where this user may work on it: the decision, a question, or
   * the administrator's. The request may be one that was superseded.
   */
  public Optional<String> currentTask(ApprovalRequest request, String username) {
    return processes.asSystem(
        () ->
            Stream.of(
                    ofRequest(request).taskAssignee(username),
                    ofRequest(request).taskCandidateUser(username))
                .flatMap(query -> query.list().stream())
                .map(Task::getId)
                .findFirst());
  }

  private TaskQuery ofRequest(ApprovalRequest request) {
    return tasks.createTaskQuery().processInstanceId(request.correlation());
  }

  /** Requests the current user is asked to decide on, the oldest task first. */
  public List<UUID> waiting() {
    return tasks
        .createTaskQuery()
        .taskDefinitionKey(EscalateApproval.DECIDE_TASK)
        .orderByTaskCreateTime()
        .asc()
        .listPage(0, 500)
        .stream()
        .map(task -> approvals.byCorrelation(task.getProcessInstanceId()).id())
        .toList();
  }

  /**
   * Decides as the user the engine knows, in a transaction of its own.
   *
   * @param decision APPROVE or REJECT
   * @throws BusinessException what {@link org.countinghouse.approvals.ApprovalDecisions#decide}
   *     refuses; {@code approvals.unknown} while the process is between two tasks
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void decide(
      UUID requestId, String decision, @Nullable String text, @Nullable String seenHash) {
    ApprovalRequest request =
        approvals.find(requestId).orElseThrow(() -> ApprovalError.UNKNOWN.with(requestId));
    String taskId = openTask(request).orElseThrow(() -> noTask(request));
    Map<String, Object> said = new HashMap<>();
    said.put("decision", Said.valueOf(decision).name());
    said.put("text", text);
    said.put("seenHash", seenHash);
    try {
      tasks.complete(taskId, said);
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  /** Why the current user finds no task to decide by. */
  private BusinessException noTask(ApprovalRequest request) {
    String reference = request.reference();
    String username = user.require().username();
    if (request.state() != ApprovalRequest.State.OPEN) {
      return ApprovalError.NOT_OPEN.with(reference, request.state());
    }
    if (request.makers().contains(username)) {
      return ApprovalError.MAKER.with(username, reference);
    }
    ApprovalHistory.Course course =
        history.of(request.organizationId(), request.subjectType(), request.subjectId());
    if (course.decisions().stream()
        .filter(decision -> decision.requestId().equals(request.id()))
        .anyMatch(decision -> decision.decidedBy().equals(username))) {
      return ApprovalError.DECIDED_BEFORE.with(username, reference);
    }
    if (history.why(request, username).isEmpty()) {
      return ApprovalError.NOT_CANDIDATE.with(username, reference);
    }
    return course.questions().stream().anyMatch(question -> question.answeredAt() == null)
        ? ApprovalError.QUESTION_OPEN.with(reference)
        : ApprovalError.UNKNOWN.with(reference);
  }

  /** The domain's own refusal inside what the engine wrapped around it. */
  private static RuntimeException refusal(RuntimeException wrapped) {
    for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
      if (cause instanceof BusinessException refusal) {
        return refusal;
      }
    }
    return wrapped;
  }

  private Task readable(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      throw ApprovalError.UNKNOWN.with(taskId);
    }
    return task;
  }
}
