package org.countinghouse.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewSubstitution;
import org.countinghouse.access.Substitution;
import org.countinghouse.access.Substitutions;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The accountant of the American company must learn nothing of the German one. */
@SystemTest
class CrossOrganizationTests {

  @LocalServerPort int port;
  @Autowired TaskService tasks;
  @Autowired Substitutions substitutions;
  @Autowired Organizations organizations;
  @Autowired Clock clock;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  Task german;
  Browser american;

  @BeforeEach
  void taskOfTheGermanCompany() {
    german = tasks.newTask();
    german.setName("German task");
    german.setTenantId("HBDE");
    tasks.saveTask(german);
    tasks.addCandidateGroup(german.getId(), "accountant");
    american = Browser.of(port, "us-accountant");
  }

  @AfterEach
  void removeIt() {
    tasks.deleteTask(german.getId(), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest", "/camunda/api/engine/engine/default"})
  void taskOfAnotherOrganizationDoesNotExist(String root) {
    String task = root + "/task/" + german.getId();

    assertThat(Browser.of(port, "accountant").get(task).statusCode()).isEqualTo(200);
    assertThat(american.get(task).statusCode()).isEqualTo(404);
    assertThat(american.get(task + "/form-variables").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(american.get(root + "/task").body()).doesNotContain(german.getId());
    assertThat(american.get(root + "/task?tenantIdIn=HBDE").body()).isEqualTo("[]");
    assertThat(american.get(root + "/task/count?tenantIdIn=HBDE").body()).contains("\"count\":0");
    assertThat(american.get(root + "/history/task?tenantIdIn=HBDE").body()).isEqualTo("[]");
    assertThat(american.post(task + "/claim", "{\"userId\":\"us-accountant\"}").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(american.post(task + "/complete", "{}").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(tasks.createTaskQuery().taskId(german.getId()).singleResult().getAssignee())
        .isNull();
    assertThat(american.get(root + "/tenant").body()).doesNotContain("HBDE");
    assertThat(american.get(root + "/user?memberOfTenant=HBDE").body()).doesNotContain("cfo");
  }

  @Test
  void idOfAnotherOrganizationIsNotFound() {
    LocalDate day = LocalDate.now(clock).plusYears(5);
    Substitution foreign =
        substitutions.grant(
            new NewSubstitution(
                organizations.byCode("HBDE").id(), "cfo", "controller", day, day, "secret"),
            Actor.of("cfo"));

    HttpResponse<String> existing =
        american.send("DELETE", "/api/access/substitutions/" + foreign.id(), "");
    UUID none = UUID.randomUUID();
    HttpResponse<String> missing = american.send("DELETE", "/api/access/substitutions/" + none, "");

    assertThat(existing.statusCode()).isEqualTo(404);
    assertThat(existing.body().replace(foreign.id().toString(), none.toString()))
        .isEqualTo(missing.body());
  }

  @Test
  void noResourceTakesTheCodeOfAnotherOrganization() {
    Map<String, Integer> answers = new TreeMap<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              List<String> required =
                  Arrays.stream(handler.getMethod().getParameters())
                      .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                      .map(Parameter::getName)
                      .toList();
              if (required.contains("organization")) {
                String path = mapping.getPatternValues().iterator().next();
                RequestMethod method = mapping.getMethodsCondition().getMethods().iterator().next();
                answers.put(method + " " + path, ask(method.name(), path, required));
              }
            });

    assertThat(answers).isNotEmpty();
    assertThat(answers)
        .allSatisfy((what, status) -> assertThat(status).as(what).isBetween(400, 499));
  }

  private Integer ask(String method, String pattern, List<String> parameters) {
    var query = new StringBuilder("organization=HBDE");
    for (String parameter : parameters) {
      if (!parameter.equals("organization")) {
        query.append('&').append(parameter).append('=').append(guess(parameter));
      }
    }
    String path = pattern.replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
    return american
        .send(
            american
                .request(path + "?" + query)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", american.csrfToken())
                .method(method, BodyPublishers.ofString("{}")))
        .statusCode();
  }

  private static String guess(String parameter) {
    return switch (parameter) {
      case "asOf", "from", "until", "date" -> "2026-01-31";
      case "knownAt" -> "2026-01-31T00:00:00Z";
      case "period" -> "2026-01";
      default -> "1";
    };
  }
}
