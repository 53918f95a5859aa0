package org.countinghouse.server.api.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Year;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class ConsolidationApiTests {

  private static final String GROUPS = "/api/consolidation/groups";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort int port;

  private Browser accountant;

  @BeforeEach
  void logIn() {
    accountant = Browser.of(port, "accountant");
  }

  @Test
  void onlyWhoWorksInEveryCompanySeesTheGroup() throws IOException {
    JsonNode group = json(accountant.get(GROUPS + "/HARBOUR"));
    assertThat(group.get("currency").asText()).isEqualTo("EUR");
    assertThat(group.get("members").toString()).isEqualTo("[\"HBDE\",\"HBUK\",\"HBUS\"]");
    assertThat(json(accountant.get(GROUPS)).toString()).contains("HARBOUR");

    Browser american = Browser.of(port, "us-accountant");
    assertThat(json(american.get(GROUPS))).isEmpty();
    assertThat(american.get(GROUPS + "/HARBOUR").statusCode()).isEqualTo(404);
    HttpResponse<String> clerk = Browser.of(port, "ap-clerk").get(GROUPS + "/HARBOUR");
    assertThat(clerk.statusCode()).isEqualTo(403);
    assertThat(clerk.body()).contains("consolidation.not-entitled");
    assertThat(
            Browser.of(port, "treasurer")
                .post(GROUPS + "/HARBOUR/periods/2020-01/closings", "")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void pairsAgreeAndOpenMonthsAreNamed() throws IOException {
    String month = (Year.now().getValue() - 1) + "-06";
    JsonNode matches = json(accountant.get(GROUPS + "/HARBOUR/matching?period=" + month));
    assertThat(matches).hasSize(10);
    assertThat(json(accountant.get(GROUPS + "/HARBOUR/findings?period=" + month)).toString())
        .contains("consolidation.member-open", "HBDE", "HBUK", "HBUS");
    assertThat(json(accountant.get(GROUPS + "/HARBOUR/pairs"))).hasSize(12);
  }

  @Test
  void closingWaitsForOpenMembersAndIsGivenUp() throws IOException {
    String month = (Year.now().getValue() - 1) + "-11";
    JsonNode started =
        json(accountant.post(GROUPS + "/HARBOUR/periods/%s/closings".formatted(month), ""));
    String number = started.get("number").asText();
    assertThat(started.get("state").asText()).isEqualTo("CHECKING");
    assertThat(started.get("findings").toString()).contains("consolidation.member-open");
    assertThat(accountant.post(GROUPS + "/HARBOUR/periods/%s/closings".formatted(month), "").body())
        .contains("consolidation.under-way");

    String query =
        ENGINE + "/task?taskDefinitionKey=Task_SettleFindings&processInstanceBusinessKey=" + number;
    await().atMost(Duration.ofSeconds(60)).until(() -> json(accountant.get(query)).size() == 1);
    String task = ENGINE + "/task/" + json(accountant.get(query)).get(0).get("id").asText();
    accountant.post(task + "/claim", "{\"userId\":null}");
    HttpResponse<String> done =
        accountant.post(
            task + "/submit-form",
            """
            {"variables": {"findingsDecision": {"type": "String", "value": "WITHDRAW"},
             "remark": {"type": "String", "value": "it was only a trial"}}}
            """);
    assertThat(done.statusCode()).as(done.body()).isLessThan(300);
    JsonNode ended =
        json(accountant.get("/api/consolidation/closings/" + started.get("id").asText()));
    assertThat(ended.get("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(ended.get("remark").asText()).isEqualTo("it was only a trial");
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return JSON.readTree(answer.body());
  }
}
