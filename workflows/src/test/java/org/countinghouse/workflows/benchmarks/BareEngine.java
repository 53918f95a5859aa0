package org.countinghouse.workflows.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * The engine with nothing of ours, on the same PostgreSQL in a schema of its own: the least an
 * approval can be. Start with four variables, a gateway, a task that is found, claimed and
 * completed by its candidate, a delegate that does nothing, the end.
 */
final class BareEngine implements AutoCloseable {

  private static final String KEY = "bare-approval";
  private static final String TENANT = "BARE";
  private static final String APPROVER = "approver";

  private final HikariDataSource connections;
  private final ProcessEngine engine;

  private BareEngine(HikariDataSource connections, ProcessEngine engine) {
    this.connections = connections;
    this.engine = engine;
  }

  /**
   * An engine on an empty schema, which has the name of the connections.
   *
   * @param likeOurs configured as the product's: removal time at start, authorizations, tenants;
   *     otherwise as Camunda ships it, history full
   */
  static BareEngine on(HikariDataSource connections, boolean likeOurs) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(connections.getPoolName());
    configuration.setDataSource(connections);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setDatabaseSchema(connections.getPoolName());
    configuration.setDatabaseTablePrefix(connections.getPoolName() + ".");
    configuration.setJobExecutorActivate(false);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setHistoryTimeToLive("P3650D");
    if (likeOurs) {
      configuration.setHistoryRemovalTimeStrategy("start");
      configuration.setIdGenerator(new StrongUuidGenerator());
      configuration.setAuthorizationEnabled(true);
      configuration.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
    }
    var bare = new BareEngine(connections, configuration.buildProcessEngine());
    bare.engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(KEY + ".bpmn", model())
        .deploy();
    return bare;
  }

  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(KEY)
        .camundaHistoryTimeToLiveString("P3650D")
        .startEvent()
        .exclusiveGateway()
        .condition("large", "${amount > 5000}")
        .userTask("LargeTask")
        .camundaCandidateUsers(APPROVER)
        .endEvent()
        .moveToLastGateway()
        .condition("small", "${amount <= 5000}")
        .userTask("Task")
        .camundaCandidateUsers(APPROVER)
        .serviceTask()
        .camundaClass(Nothing.class)
        .endEvent()
        .done();
  }

  /** What the delegate of the bare process does. */
  public static final class Nothing implements JavaDelegate {
    @Override
    public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
      // the limit is an approval that decides nothing
    }
  }

  /** One approval from its start to its end. */
  void approve() {
    String instance =
        engine
            .getRuntimeService()
            .createProcessInstanceByKey(KEY)
            .businessKey("B-1")
            .setVariables(
                Map.of(
                    "amount",
                    100,
                    "subjectType",
                    "supplier-invoice",
                    "subjectId",
                    UUID.randomUUID().toString(),
                    "organization",
                    TENANT))
            .execute()
            .getId();
    engine.getIdentityService().setAuthentication(APPROVER, List.of("department-head"));
    try {
      Task task =
          engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
      engine.getTaskService().claim(task.getId(), APPROVER);
      engine.getTaskService().complete(task.getId(), Map.of("decision", "APPROVE"));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** Approvals that came to their end. */
  long completed() {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().finished().count();
  }

  @Override
  public void close() {
    engine.close();
    connections.close();
  }
}
