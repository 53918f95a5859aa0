package org.countinghouse.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.countinghouse.workflows.testing.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an expression in a stored filter can reach; models use the same resolvers. */
@ProcessTest
class ExpressionGuardTests {

  @Autowired FilterService filters;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired RepositoryService repository;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${\"\".getClass().forName(\"java.lang.Runtime\").getName()}",
        "${\"\"[\"class\"].name}",
        "${\"\".class.name}",
        "${dataSource.connection.metaData.userName}",
        "${passwordEncoder}",
        "${users.list()}",
        "${environment.getProperty(\"spring.datasource.password\")}",
        "${runtimeService}",
        "${processEngine.name}",
      })
  void expressionReachesNeitherClassesNorBeans(String expression) {
    Filter filter = filters.newTaskFilter("attack");
    filter.setQuery(tasks.createTaskQuery().taskAssigneeExpression(expression));
    filters.saveFilter(filter);
    try {
      assertThatThrownBy(() -> filters.count(filter.getId()))
          .isInstanceOf(ProcessEngineException.class);
    } finally {
      filters.deleteFilter(filter.getId());
    }
  }

  @Test
  void expressionsOfTheSharedFiltersWork() {
    identity.setAuthentication("somebody", java.util.List.of("accountant"));

    assertThat(filters.createTaskFilterQuery().list())
        .extracting(Filter::getName)
        .contains("My tasks", "My roles' tasks", "Overdue", "Waiting for an answer");
    assertThat(filters.createTaskFilterQuery().list())
        .allSatisfy(filter -> assertThat(filters.count(filter.getId())).isZero());
  }

  @Test
  void scriptsAreNotRun() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
          <process id="scripted" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
            <scriptTask id="t" scriptFormat="juel"><script>${1+1}</script></scriptTask>
          </process>
        </definitions>
        """;
    var deployment = repository.createDeployment().addString("scripted.bpmn", model).deploy();
    try {
      assertThatThrownBy(
              () ->
                  org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService()
                      .createProcessInstanceByKey("scripted")
                      .setVariable("organization", "TXX")
                      .execute())
          .hasMessageContaining("Scripts are not run");
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
  }
}
