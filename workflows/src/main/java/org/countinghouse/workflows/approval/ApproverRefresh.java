package org.countinghouse.workflows.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.countinghouse.access.AccessChanged;
import org.countinghouse.access.Substitution;
import org.countinghouse.approvals.ApprovalError;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Candidate;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.workflows.engine.Processes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps open decision tasks with those who may decide now: a substitution that begins, ends, or is
 * entered late moves the tasks that are open already, and so do roles and limits. Who may decide is
 * resolved anew at the decision anyway; here it is about who can see the task.
 */
@Service
public class ApproverRefresh {

  private static final Logger LOG = LoggerFactory.getLogger(ApproverRefresh.class);

  private final TaskService tasks;
  private final Approvals approvals;
  private final ApprovalHistory history;
  private final Organizations organizations;
  private final Processes processes;
  private final TransactionTemplate transaction;

  ApproverRefresh(
      TaskService tasks,
      Approvals approvals,
      ApprovalHistory history,
      Organizations organizations,
      Processes processes,
      TransactionTemplate transaction) {
    this.tasks = tasks;
    this.approvals = approvals;
    this.history = history;
    this.organizations = organizations;
    this.processes = processes;
    this.transaction = transaction;
  }

  /**
   * Looks at every open decision task of the installation, each in a transaction of its own, so
   * that nobody's decision waits for all of them. Called each hour: somewhere a day, and with it a
   * substitution, begins in every hour.
   *
   * @return how many tasks changed hands
   */
  public int refreshAll() {
    return processes.asSystem(
        () -> open(tasks.createTaskQuery()).stream().mapToInt(task -> alone(task) ? 1 : 0).sum());
  }

  private boolean alone(Task task) {
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> refreshNow(task)));
    } catch (ProcessEngineException e) {
      // decided in this moment, mostly; the next look finds it if not
      LOG.warn("Task {} keeps its people until the next look: {}", task.getId(), e.getMessage());
      return false;
    }
  }

  /** As it is now; it may be decided since it was listed. */
  private boolean refreshNow(Task listed) {
    Task task = tasks.createTaskQuery().taskId(listed.getId()).singleResult();
    return task != null && refresh(task);
  }

  /** A substitution that is granted or ended moves what waits for the absent one at once. */
  @EventListener
  void on(AccessChanged change) {
    Substitution substitution = substitution(change);
    if (substitution != null) {
      String organization = organizations.byId(substitution.organizationId()).code();
      processes.asSystem(
          () ->
              refresh(
                  open(
                      tasks
                          .createTaskQuery()
                          .tenantIdIn(organization)
                          .taskCandidateUser(substitution.absent())
                          .includeAssignedTasks())));
    }
  }

  private static @Nullable Substitution substitution(AccessChanged change) {
    Object subject = change.newValues() == null ? change.oldValues() : change.newValues();
    return subject instanceof Substitution substitution ? substitution : null;
  }

  private static List<Task> open(TaskQuery query) {
    return query
        .taskDefinitionKey(EscalateApproval.DECIDE_TASK)
        .orderByTaskCreateTime()
        .asc()
        .list();
  }

  private int refresh(List<Task> open) {
    return open.stream().mapToInt(task -> refresh(task) ? 1 : 0).sum();
  }

  private boolean refresh(Task task) {
    ApprovalRequest request = approvals.byCorrelation(task.getProcessInstanceId());
    List<Candidate> now;
    try {
      now = approvals.offer(request.id());
    } catch (BusinessException e) {
      // nobody is left, or it is decided in this moment: the task stays where it is
      if (e.code() == ApprovalError.NO_APPROVER) {
        LOG.warn("Nobody may decide on {} any more: {}", request.reference(), e.getMessage());
      }
      return false;
    }
    Set<String> wanted =
        now.stream().map(Candidate::username).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> before = candidates(task);
    Set<String> added = new LinkedHashSet<>(wanted);
    added.removeAll(before);
    added.forEach(username -> tasks.addCandidateUser(task.getId(), username));
    before.stream()
        .filter(username -> !wanted.contains(username))
        .forEach(username -> tasks.deleteCandidateUser(task.getId(), username));
    boolean freed = isStuck(task.getAssignee(), now, added);
    if (freed) {
      tasks.setAssignee(task.getId(), null);
    }
    return freed || !wanted.equals(before);
  }

  /** Taken by somebody who may decide no more, or for whom somebody has just begun to stand in. */
  private static boolean isStuck(
      @Nullable String assignee, List<Candidate> now, Set<String> added) {
    if (assignee == null) {
      return false;
    }
    boolean mayDecide = now.stream().anyMatch(person -> person.username().equals(assignee));
    return !mayDecide
        || now.stream()
            .filter(person -> added.contains(person.username()))
            .anyMatch(person -> assignee.equals(person.onBehalfOf()));
  }

  private Set<String> candidates(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getUserId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
