package org.countinghouse.server.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.countinghouse.access.Access;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Links of our own into the engine's web applications. Theirs carry the task behind a {@code #},
 * which a browser does not send and a login therefore loses; ours survives it.
 */
@Controller
class Entrances {

  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COCKPIT = "/camunda/app/cockpit/default/";

  private final AuthorizationService authorizations;
  private final Access access;
  private final ApprovalTasks approvals;
  private final Approvals requests;

  Entrances(
      AuthorizationService authorizations,
      Access access,
      ApprovalTasks approvals,
      Approvals requests) {
    this.authorizations = authorizations;
    this.access = access;
    this.approvals = approvals;
    this.requests = requests;
  }

  /** The front door leads to the tasks, and whoever works on none to the operations. */
  @GetMapping("/")
  void home(Caller caller, HttpServletResponse response) throws IOException {
    boolean worksOnTasks =
        authorizations.isUserAuthorized(
            caller.username(),
            new ArrayList<>(access.rolesOf(caller.username())),
            Permissions.ACCESS,
            Resources.APPLICATION,
            "tasklist");
    response.sendRedirect(worksOnTasks ? TASKLIST : COCKPIT);
  }

  /**
   * One task, or the task an approval request waits at now; what mails link to. A request on which
   * the caller has nothing to do any more leads to what became of it.
   */
  @GetMapping("/tasks/{id:[A-Za-z0-9-]{1,64}}")
  void task(@PathVariable String id, Caller caller, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(
        request(id)
            .map(request -> openTask(request, caller.username()))
            .orElse(TASKLIST + "#/?task=" + id));
  }

  private String openTask(ApprovalRequest request, String username) {
    return approvals
        .currentTask(request, username)
        .map(task -> TASKLIST + "#/?task=" + task)
        .orElse(ApproverPages.SEVERAL + "?request=" + request.id());
  }

  private Optional<ApprovalRequest> request(String id) {
    try {
      return requests.find(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
