package org.countinghouse.workflows.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;

/**
 * What each role may do in the engine and its web applications.
 *
 * <p>People who work on tasks see a task only because they are its candidate or its assignee: the
 * engine grants that with the task. They hold no right to read tasks in general.
 */
class RoleAuthorizations {

  /** Roles whose holders work on tasks. */
  private static final List<String> TASK_ROLES =
      List.of(
          "requester",
          "department-head",
          "buyer",
          "warehouse",
          "ap-clerk",
          "accountant",
          "controller",
          "cfo",
          "treasurer",
          "hr-officer",
          "hr-manager",
          "payroll-officer",
          "payroll-manager");

  private final Grants grants;

  RoleAuthorizations(Grants grants) {
    this.grants = grants;
  }

  void apply() {
    TASK_ROLES.forEach(this::taskWorker);
    auditor("auditor");
    ops("ops");
    administrator("administrator");
  }

  private void taskWorker(String role) {
    grants.set(role, Resources.APPLICATION, "tasklist", ACCESS);
    grants.set(role, Resources.APPLICATION, "welcome", ACCESS);
    // names of processes are no secret; instances, tasks and history are
    grants.set(role, Resources.PROCESS_DEFINITION, Grants.ALL, READ);
    // takes effect only together with the right to start a definition, see StartRights
    grants.set(role, Resources.PROCESS_INSTANCE, Grants.ALL, CREATE);
    grants.set(role, Resources.FILTER, Grants.ALL, CREATE);
  }

  private void auditor(String role) {
    grants.set(role, Resources.APPLICATION, "cockpit", ACCESS);
    grants.set(role, Resources.APPLICATION, "welcome", ACCESS);
    readEverything(role);
    grants.set(
        role,
        Resources.PROCESS_DEFINITION,
        Grants.ALL,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY);
  }

  private void ops(String role) {
    grants.set(role, Resources.APPLICATION, "cockpit", ACCESS);
    grants.set(role, Resources.APPLICATION, "welcome", ACCESS);
    readEverything(role);
    grants.set(
        role,
        Resources.PROCESS_DEFINITION,
        Grants.ALL,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.RETRY_JOB,
        ProcessDefinitionPermissions.SUSPEND,
        ProcessDefinitionPermissions.SUSPEND_INSTANCE);
    grants.set(
        role,
        Resources.PROCESS_INSTANCE,
        Grants.ALL,
        ProcessInstancePermissions.READ,
        ProcessInstancePermissions.RETRY_JOB,
        ProcessInstancePermissions.SUSPEND);
    grants.set(role, Resources.SYSTEM, Grants.ALL, SystemPermissions.READ);
    // the engine lets only whoever may change an instance raise a task's retries. That would also
    // change the variables people decide by, so ops gets it where nothing is decided; jobs that
    // other processes own are retried on the page "Jobs", which asks jobs.run:restart
    grants.set(
        role,
        Resources.PROCESS_DEFINITION,
        "job-run",
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.UPDATE_INSTANCE);
  }

  private void readEverything(String role) {
    grants.set(role, Resources.DEPLOYMENT, Grants.ALL, READ);
    grants.set(role, Resources.DECISION_DEFINITION, Grants.ALL, READ, READ_HISTORY);
    grants.set(role, Resources.DECISION_REQUIREMENTS_DEFINITION, Grants.ALL, READ);
    grants.set(role, Resources.BATCH, Grants.ALL, READ);
    grants.set(role, Resources.USER, Grants.ALL, READ);
    grants.set(role, Resources.GROUP, Grants.ALL, READ);
    grants.set(role, Resources.TENANT, Grants.ALL, READ);
  }

  private void administrator(String role) {
    for (Resources resource : Resources.values()) {
      grants.set(role, resource, Grants.ALL, Permissions.ALL);
    }
  }
}
