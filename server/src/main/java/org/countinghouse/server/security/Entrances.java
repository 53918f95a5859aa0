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

  Entrances(AuthorizationService authorizations, Access access, ApprovalTasks approvals) {
    this.authorizations = authorizations;
    this.access = access;
    this.approvals = approvals;
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
   * One task, or what an approval request waits at now; what mails link to. Tasklist shows a task
   * to those only who may see it.
   */
  @GetMapping("/tasks/{id:[A-Za-z0-9-]{1,64}}")
  void task(@PathVariable String id, HttpServletResponse response) throws IOException {
    response.sendRedirect(TASKLIST + "#/?task=" + open(id).orElse(id));
  }

  private Optional<String> open(String id) {
    try {
      return approvals.currentTask(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
