package org.countinghouse.server.security.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every refusal of the gate, on both roots of the engine's interface, also for its administrator.
 */
@SystemTest
@TestInstance(Lifecycle.PER_CLASS)
class CamundaGateTests {

  private static final List<String> ROOTS =
      List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

  private static final List<String> CLOSED =
      List.of(
          "POST /deployment/create",
          "POST /deployment/1/redeploy",
          "DELETE /deployment/1",
          "POST /modification/execute",
          "POST /modification/executeAsync",
          "POST /process-instance/1/modification",
          "POST /process-instance/1/modification-async",
          "POST /process-definition/1/restart",
          "POST /process-definition/1/restart-async",
          "POST /process-definition/key/invoice-sign-off/start",
          "POST /migration/execute",
          "POST /migration/executeAsync",
          "POST /migration/generate",
          "POST /process-instance/delete",
          "POST /process-instance/delete-historic-query-based",
          "POST /process-instance/suspended-async",
          "POST /process-instance/job-retries",
          "POST /process-instance/variables-async",
          "POST /process-instance/message-async",
          "POST /process-instance/1/variables",
          "PUT /process-instance/1/variables/approved",
          "PUT /execution/1/localVariables/approved",
          "POST /task/1/variables",
          "PUT /task/1/variables/approved",
          "POST /task/1/localVariables/data/data",
          "POST /task/1/attachment/create",
          "POST /job/retries",
          "PUT /external-task/retries",
          "POST /external-task/retries-async",
          "POST /external-task/fetchAndLock",
          "POST /external-task/1/complete",
          "POST /external-task/1/bpmnError",
          "POST /batch",
          "DELETE /batch/1",
          "PUT /batch/1/suspended",
          "DELETE /history/process-instance/1",
          "POST /history/process-instance/delete",
          "POST /history/process-instance/set-removal-time",
          "POST /history/decision-instance/delete",
          "POST /history/cleanup",
          "DELETE /history/variable-instance/1",
          "POST /decision-definition/key/approval-levels/evaluate",
          "POST /condition",
          "POST /message",
          "POST /signal",
          "POST /authorization/create",
          "PUT /authorization/1",
          "DELETE /authorization/1",
          "POST /user/create",
          "PUT /user/administrator/credentials",
          "PUT /user/administrator/profile",
          "POST /user/administrator/unlock",
          "DELETE /user/administrator",
          "POST /group/create",
          "PUT /group/administrator/members/requester",
          "POST /tenant/create",
          "PUT /tenant/HBDE/user-members/requester",
          "POST /identity/verify",
          "POST /telemetry/configuration",
          "PUT /metrics/task-worker",
          "DELETE /metrics/task-worker",
          "POST /a-route-of-tomorrow");

  private static final String EVIL =
      "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('touch %s')}";

  private final Map<String, Browser> browsers = new HashMap<>();

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @Autowired FilterService filters;

  static Stream<Arguments> closedRoutes() {
    return ROOTS.stream().flatMap(root -> CLOSED.stream().map(route -> Arguments.of(root, route)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("closedRoutes")
  void refusesWhatChangesTheEngine(String root, String route) {
    int space = route.indexOf(' ');
    HttpResponse<String> answer =
        administrator().send(route.substring(0, space), root + route.substring(space + 1), "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("security.gate");
  }

  @Test
  void setupOfAFirstAdministratorIsClosedToEverybody() {
    String path = "/camunda/api/admin/setup/default/user/create";
    String user = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"evil\"}}";

    assertThat(new Browser(port).post(path, user).statusCode()).isEqualTo(401);
    assertThat(administrator().post(path, user).statusCode()).isEqualTo(403);
    assertThat(
            requester().post("/camunda/api/admin/%73etup/default/user/create", user).statusCode())
        .isBetween(400, 404);
    assertThat(requester().post("/camunda/api/admin//setup/default/user/create", user).statusCode())
        .isBetween(400, 404);
    assertThat(administrator().get("/engine-rest/user/evil/profile").statusCode()).isEqualTo(404);
  }

  @Test
  void loginOfTheEngineIsDead() {
    HttpResponse<String> answer =
        requester()
            .send(
                "POST",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=administrator&password=countinghouse"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  static Stream<Arguments> attacks() {
    return ROOTS.stream()
        .flatMap(
            root ->
                Stream.of(
                        "/task",
                        "/task/count",
                        "/filter/create",
                        "/filter/1/list",
                        "/filter/1/count",
                        "/history/task",
                        "/process-instance",
                        "/job")
                    .map(path -> Arguments.of(root + path)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void neverEvaluatesAnExpressionOfARequest(String path, @TempDir Path folder) {
    Path canary = folder.resolve("canary");
    String evil = EVIL.formatted(canary);
    Browser low = requester();
    String nested = "{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}".formatted(evil);

    assertRefused(low.post(path, "{\"assigneeExpression\":\"%s\"}".formatted(evil)));
    assertRefused(low.post(path, nested));
    assertRefused(low.post(path, nested.replace("Expression", "Expressi\\u006fn")));
    assertRefused(low.post(path, "{\"query\":{\"orQueries\":[%s]}}".formatted(nested)));
    assertRefused(low.post(path + "?dueAfterExpression=1", "{}"));
    assertRefused(low.post(path + "?dueAfterExpressi%6Fn=1", "{}"));
    assertRefused(low.post(path + "?dueAfterExpressi%256Fn=1", "{}"));
    for (String type :
        new String[] {
          null,
          "text/plain",
          "application/xml",
          "application/json;charset=utf-16",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x"
        }) {
      assertRefused(low.send("POST", path, type, BodyPublishers.ofString(nested)));
    }
    assertRefused(
        low.send(
            "POST",
            path,
            "application/json",
            BodyPublishers.ofByteArray(nested.getBytes(StandardCharsets.UTF_16))));
    assertRefused(low.send("PUT", path, nested));
    assertThat(Files.exists(canary)).isFalse();
  }

  @Test
  void refusesExpressionsInReadingToo() {
    for (String root : ROOTS) {
      assertRefused(requester().get(root + "/task?assigneeExpression=%24%7B1%7D"));
      assertRefused(requester().get(root + "/task/count?ASSIGNEEexpression=1"));
    }
  }

  @Test
  void refusesEncodedAndAmbiguousPaths() {
    Browser low = requester();
    for (String path :
        List.of(
            "/engine-rest/%64eployment/create",
            "/engine-rest/deployment%2Fcreate",
            "/engine-rest/./deployment/create",
            "/engine-rest/task/../deployment/create",
            "/engine-rest//deployment/create",
            "/engine-rest/deployment;x=1/create",
            "/engine-rest/deployment/create/",
            "/camunda/api/engine/engine/default/%64eployment/create",
            "/camunda/../engine-rest/deployment/create")) {
      assertThat(low.post(path, "{}").statusCode()).as(path).isBetween(400, 499);
    }
  }

  @Test
  void refusesLargeCompressedAndBrokenBodies() {
    Browser low = requester();

    assertThat(
            low.post("/engine-rest/task", "{\"a\":\"" + "x".repeat(3_000_000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(low.post("/engine-rest/task", "{\"assignee\":").statusCode()).isEqualTo(400);
    assertThat(
            low.send(
                    low.request("/engine-rest/task")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .header("X-XSRF-TOKEN", low.csrfToken())
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void nothingIsDeployedByWhoever() {
    long before = repository.createDeploymentQuery().count();
    String multipart =
        "--x\r\nContent-Disposition: form-data; name=\"evil.bpmn\"; filename=\"evil.bpmn\"\r\n\r\n<definitions/>\r\n--x--\r\n";

    for (String role : List.of("requester", "controller", "ops", "administrator")) {
      for (String root : ROOTS) {
        assertRefused(
            as(role)
                .send(
                    "POST",
                    root + "/deployment/create",
                    "multipart/form-data; boundary=x",
                    BodyPublishers.ofString(multipart)));
      }
    }
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void plainQueriesAndTheShippedFiltersWork() {
    Browser low = as("controller");

    for (String root : ROOTS) {
      assertThat(low.post(root + "/task", "{\"assignee\":\"controller\"}").statusCode())
          .isEqualTo(200);
      assertThat(
              low.post(
                      root + "/task/count",
                      "{\"orQueries\":[{\"nameLike\":\"%a%\"},{\"assignee\":\"b\"}]}")
                  .statusCode())
          .isEqualTo(200);
      for (var filter : filters.createFilterQuery().list()) {
        HttpResponse<String> answer = low.post(root + "/filter/" + filter.getId() + "/list", "{}");
        assertThat(answer.statusCode()).as(filter.getName()).isEqualTo(200);
      }
    }
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isIn(400, 403);
  }

  private Browser administrator() {
    return as("administrator");
  }

  private Browser requester() {
    return as("requester");
  }

  /** One login per role: hashing passwords is slow on purpose. */
  private Browser as(String role) {
    return browsers.computeIfAbsent(role, name -> Browser.of(port, name));
  }
}
