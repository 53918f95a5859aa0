package org.countinghouse.server.api.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Assets, budgets and allocations as their users reach them, in the demo's British company. */
@SystemTest
class ControllingApiTests {

  private static final String HBUK = "?organization=HBUK";

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ObjectMapper json;

  private Browser accountant;
  private Browser controller;
  private int year;

  @BeforeEach
  void people() {
    accountant = Browser.of(port, "accountant");
    controller = Browser.of(port, "controller");
    year = java.time.Year.now(organizations.byCode("HBUK").zone()).getValue();
  }

  @Test
  void assetIsEnteredPlannedMovedAndDisposedOf() {
    String tag = "T-" + UUID.randomUUID();
    String day = year + "-01-10";
    HttpResponse<String> entered =
        accountant.post(
            "/api/assets" + HBUK,
            """
            {"name":"Stacker","category":"MACHINES","acquiredOn":"%s","cost":8400,"tag":"%s",
             "costCentre":"CC300","contraAccount":"1200"}\
            """
                .formatted(day, tag));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    String address = accountant.location(entered);
    assertThat(tree(accountant.get(address)).at("/bookValue/amount").asText()).isEqualTo("8400.00");
    JsonNode schedule = tree(accountant.get(address + "/schedule"));
    assertThat(schedule).hasSize(84);
    assertThat(schedule.get(0).at("/charge/amount").asText()).isEqualTo("100.00");

    HttpResponse<String> revised =
        accountant.post(
            address + "/revisions",
            """
            {"from":"%s-01","lifeMonths":42,"residual":0,"reason":"Used in two shifts"}\
            """
                .formatted(year));
    assertThat(revised.statusCode()).as(revised.body()).isEqualTo(201);
    assertThat(tree(accountant.get(address + "/schedule"))).hasSize(42);

    HttpResponse<String> moved =
        accountant.send("PUT", address + "/place", "{\"costCentre\":\"CC200\"}");
    assertThat(tree(moved).at("/details/costCentre").asText()).isEqualTo("CC200");
    HttpResponse<String> disposed =
        accountant.post(
            address + "/disposals",
            """
            {"on":"%s-01-25","proceeds":8500.00,"proceedsAccount":"1200","reason":"Never fitted"}\
            """
                .formatted(year));
    assertThat(disposed.statusCode()).as(disposed.body()).isEqualTo(201);
    assertThat(tree(disposed).at("/result/amount").asText()).isEqualTo("100.00");
    assertThat(accountant.get(tree(disposed).get("journal").asText()).body())
        .contains("assets:disposal");

    HttpResponse<String> twice =
        accountant.post(
            "/api/assets" + HBUK,
            """
            {"name":"Stacker","category":"MACHINES","acquiredOn":"%s","cost":1,"tag":"%s","costCentre":"CC300"}\
            """
                .formatted(day, tag));
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("assets.tag-taken");
  }

  @Test
  void rightsAreAskedFor() {
    Browser requester = Browser.of(port, "requester");
    assertThat(requester.get("/api/assets" + HBUK).statusCode()).isEqualTo(403);
    assertThat(requester.get("/api/budgets" + HBUK).statusCode()).isEqualTo(403);
    assertThat(requester.get("/api/allocations/rules" + HBUK).statusCode()).isEqualTo(403);
    Browser american = Browser.of(port, "us-accountant");
    String id = tree(accountant.get("/api/assets" + HBUK)).get(0).get("id").asText();
    assertThat(american.get("/api/assets/" + id).statusCode()).isEqualTo(404);
    assertThat(accountant.post("/api/assets/categories" + HBUK, "{}").statusCode())
        .isNotEqualTo(201);
  }

  @Test
  void budgetIsPutInForceByASecondPerson() {
    HttpResponse<String> drafted =
        accountant.post(
            "/api/budgets" + HBUK,
            """
            {"code":"FORECAST","fiscalYear":%1$d,"name":"Forecast","lines":[
              {"account":"7100","costCentre":"CC100","period":"%1$d-01","amount":1000.00}]}\
            """
                .formatted(year));
    assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
    String address = accountant.location(drafted);
    assertThat(accountant.post(address + "/activations", "{}").statusCode()).isEqualTo(403);
    assertThat(tree(controller.post(address + "/activations", "{}")).get("state").asText())
        .isEqualTo("IN_FORCE");
    JsonNode left =
        tree(controller.get("/api/budgets/remaining" + HBUK + "&code=FORECAST&fiscalYear=" + year));
    assertThat(left.at("/planned/amount").asText()).isEqualTo("1000.00");

    HttpResponse<String> report =
        controller.get(
            "/api/reporting/reports/budget-vs-actual"
                + HBUK
                + "&format=csv&period="
                + year
                + "-01");
    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.body()).contains("7100");
  }

  @Test
  void rulesStatisticsAndRunsAreToldAndChanged() {
    assertThat(tree(controller.get("/api/allocations/rules" + HBUK)).get(0).get("code").asText())
        .isEqualTo("IT");
    HttpResponse<String> reported =
        accountant.post(
            "/api/allocations/statistics/PEOPLE/values" + HBUK,
            "[{\"costCentre\":\"CC200\",\"validFrom\":\"%d-12\",\"quantity\":15}]".formatted(year));
    assertThat(reported.statusCode()).as(reported.body()).isEqualTo(200);
    HttpResponse<String> circle =
        controller.post(
            "/api/allocations/rules" + HBUK,
            """
            {"code":"BACK","name":"Back","step":20,"sourceCostCentre":"CC100","sourceAccounts":"7000-7999",
             "driver":"FIXED","validFrom":"%d-01","targets":[{"costCentre":"CC400","share":1}]}\
            """
                .formatted(year));
    assertThat(circle.statusCode()).isEqualTo(422);
    assertThat(circle.body()).contains("allocations.circular");
    assertThat(
            controller.get("/api/allocations/runs" + HBUK + "&period=" + year + "-01").statusCode())
        .isEqualTo(200);
  }

  private JsonNode tree(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
