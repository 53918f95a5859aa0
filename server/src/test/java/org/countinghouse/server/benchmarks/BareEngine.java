package org.countinghouse.server.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine with nothing of ours, on the same PostgreSQL in a schema of its own: the least a
 * process can cost. Its own approval starts with four variables, passes a gateway, a task that is
 * found, claimed and completed by its candidate, a delegate that does nothing, and ends.
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
   * An engine in a new schema of the product's own database.
   *
   * @param likeOurs configured as the product's: removal time at start, authorizations, tenants;
   *     otherwise as Camunda ships it, history full
   */
  static BareEngine in(
      String schema, boolean likeOurs, JdbcTemplate jdbc, Environment environment) {
    HikariDataSource connections = connections(schema, jdbc, environment);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(connections.getPoolName());
    configuration.setDataSource(connections);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setDatabaseSchema(connections.getPoolName());
    configuration.setDatabaseTablePrefix(connections.getPoolName() + ".");
    configuration.setJobExecutorActivate(false);
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    configuration.setHistoryTimeToLive("P3650D");
    configuration.setBeans(new Nothings());
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

  private static HikariDataSource connections(
      String schema, JdbcTemplate jdbc, Environment environment) {
    String user = environment.getRequiredProperty("spring.datasource.username");
    jdbc.execute(
        "set role countinghouse_owner; create schema %1$s; grant all on schema %1$s to %2$s;"
                .formatted(schema, user)
            + " reset role");
    var connections = new HikariDataSource();
    String url = environment.getRequiredProperty("spring.datasource.url");
    connections.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
    connections.setUsername(user);
    connections.setPassword(environment.getProperty("spring.datasource.password"));
    connections.setMaximumPoolSize(10);
    connections.setPoolName(schema);
    return connections;
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

  /** What delegates and listeners do here. */
  public static final class Nothing implements JavaDelegate, TaskListener, ExecutionListener {
    @Override
    public void execute(DelegateExecution execution) {
      // the limit is an engine that has nothing to do
    }

    @Override
    public void notify(DelegateTask task) {
      // as above
    }

    @Override
    public void notify(DelegateExecution execution) {
      // as above
    }
  }

  /** Whatever bean a model names, it does nothing. */
  private static final class Nothings extends AbstractMap<Object, Object> {
    private static final Nothing NOTHING = new Nothing();

    @Override
    public boolean containsKey(Object name) {
      return true;
    }

    @Override
    public Object get(Object name) {
      return NOTHING;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
      return Set.of();
    }
  }

  /** Deploys a model of the product; its delegates do nothing. */
  void deploy(String resource) {
    engine.getRepositoryService().createDeployment().addClasspathResource(resource).deploy();
  }

  /** Starts a process with these variables; what gateways ask for must be among them. */
  void start(String process, String businessKey, Map<String, Object> variables) {
    engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
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

  @Override
  public void close() {
    engine.close();
    connections.close();
  }
}
