package org.countinghouse.server.api.approvals;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.User;
import org.countinghouse.access.Users;
import org.countinghouse.approvals.ApprovalDecisions;
import org.countinghouse.approvals.ApprovalError;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Decision;
import org.countinghouse.approvals.Question;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.api.approvals.ApprovalViews.ApprovalView;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one is asked to approve, and one's word on it. */
@RestController
@RequestMapping("/api/approvals")
class ApprovalController {

  private static final String READ = "approvals.approval:read";
  private static final String DECIDE = "approvals.approval:decide";

  private final Approvals approvals;
  private final ApprovalHistory history;
  private final ApprovalTasks tasks;
  private final Organizations organizations;
  private final Users users;

  ApprovalController(
      Approvals approvals,
      ApprovalHistory history,
      ApprovalTasks tasks,
      Organizations organizations,
      Users users) {
    this.approvals = approvals;
    this.history = history;
    this.tasks = tasks;
    this.organizations = organizations;
    this.users = users;
  }

  /** Everything the caller is asked to decide on, the oldest first, without its sheet. */
  @GetMapping("/waiting")
  List<ApprovalView> waiting(Caller caller) {
    return tasks.waiting().stream()
        .flatMap(id -> approvals.find(id).stream())
        .map(request -> view(request, caller, false))
        .filter(view -> view.why() != null)
        .toList();
  }

  /** The request with all its decisions and questions. */
  @GetMapping("/requests/{id}")
  ApprovalView request(@PathVariable UUID id, Caller caller) {
    ApprovalRequest request = approvals.find(id).orElseThrow(() -> ApprovalError.UNKNOWN.with(id));
    boolean asked = history.why(request, caller.username()).isPresent();
    if (!asked && !request.makers().contains(caller.username())) {
      caller.require(READ, request.organizationId());
    }
    return view(request, caller, true);
  }

  /** How the approval of a subject went so far, requests before a change included. */
  @GetMapping("/subjects/{type}/{id}")
  CourseView course(@PathVariable String type, @PathVariable UUID id, Caller caller) {
    UUID organizationId = approvals.subject(type, id).organizationId();
    caller.require(READ, organizationId);
    ApprovalHistory.Course course = history.of(organizationId, type, id);
    return new CourseView(course.decisions(), course.questions());
  }

  /** The request a task of the caller's asks about; who may see the task may see it. */
  @GetMapping("/tasks/{taskId}")
  ApprovalView byTask(@PathVariable String taskId, Caller caller) {
    return view(tasks.request(taskId), caller, true);
  }

  /**
   * Decides on one or many requests. Each stands for itself, in a transaction of its own: what is
   * refused does not hold up the others.
   */
  @PostMapping("/decisions")
  List<Outcome> decide(@RequestBody @Valid Decisions wanted, Caller caller) {
    return wanted.decisions().stream().map(decision -> decide(decision, caller)).toList();
  }

  private Outcome decide(Wanted wanted, Caller caller) {
    try {
      ApprovalRequest request =
          approvals
              .find(wanted.requestId())
              .orElseThrow(() -> ApprovalError.UNKNOWN.with(wanted.requestId()));
      caller.require(DECIDE, request.organizationId());
      tasks.decide(request.id(), wanted.decision(), wanted.text(), wanted.contentHash());
      ApprovalRequest now = approvals.find(request.id()).orElse(request);
      return new Outcome(wanted.requestId(), now.state().name(), null, null);
    } catch (BusinessException refusal) {
      return new Outcome(wanted.requestId(), "REFUSED", refusal.code().id(), refusal.getMessage());
    }
  }

  private ApprovalView view(ApprovalRequest request, Caller caller, boolean withSheet) {
    String organization = organizations.byId(request.organizationId()).code();
    return ApprovalView.of(
        request,
        organization,
        caller.username(),
        history,
        withSheet && request.state() == ApprovalRequest.State.OPEN
            ? approvals.sheet(request)
            : null,
        this::displayName);
  }

  private String displayName(String username) {
    return users.find(username).map(User::displayName).orElse(username);
  }

  /** Everything that was decided and asked about a subject, oldest first. */
  record CourseView(List<Decision> decisions, List<Question> questions) {}

  /** At most a hundred decisions at once. */
  record Decisions(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Wanted> decisions) {}

  /**
   * One decision.
   *
   * @param decision APPROVE or REJECT
   * @param text the reason of a rejection, the evidence of an approval that asks for one
   * @param contentHash of what the caller was shown; the decision is refused when it changed
   */
  record Wanted(
      @NotNull UUID requestId,
      @NotNull @Pattern(regexp = "APPROVE|REJECT") String decision,
      @Nullable @Size(max = ApprovalDecisions.TEXT_LENGTH_MAX) String text,
      @NotNull String contentHash) {}

  /**
   * What became of one decision.
   *
   * @param outcome the request's state then, or REFUSED
   * @param code why it was refused
   * @param detail the same for people
   */
  record Outcome(UUID requestId, String outcome, @Nullable String code, @Nullable String detail) {}
}
