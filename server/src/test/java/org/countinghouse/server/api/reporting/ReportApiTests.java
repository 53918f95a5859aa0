package org.countinghouse.server.api.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class ReportApiTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"HBUK", "HBDE", "HBUS"})
  void everyReportOfEveryCompanyComesAsEveryFile(String organization) throws Exception {
    Browser auditor = Browser.of(port, "auditor");
    JsonNode reports = JSON.readTree(auditor.get("/api/reporting/reports").body());
    assertThat(reports.findValuesAsText("name"))
        .contains("balance-sheet", "cash-flow", "general-ledger", "profit-and-loss");
    for (JsonNode report : reports) {
      if (!report.get("required").isEmpty() || !report.get("organizations").asBoolean()) {
        continue;
      }
      for (String format : List.of("json", "csv", "xlsx")) {
        String address =
            "/api/reporting/reports/%s?organization=%s&format=%s"
                .formatted(report.get("name").asText(), organization, format);
        HttpResponse<String> file = auditor.get(address);
        assertThat(file.statusCode()).as(address + " " + file.body()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
            .contains("." + format);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HBUK", "HBDE", "HBUS"})
  void theStatementsOfTheDemoCompaniesUseEveryAccountOnceAndTie(String organization)
      throws Exception {
    Browser auditor = Browser.of(port, "auditor");
    assertThat(
            JSON.readTree(
                auditor
                    .get("/api/reporting/statements/findings?organization=" + organization)
                    .body()))
        .isEmpty();
    for (String report : List.of("balance-sheet", "cash-flow")) {
      JsonNode table =
          JSON.readTree(
              auditor
                  .get("/api/reporting/reports/" + report + "?organization=" + organization)
                  .body());
      assertThat(table.get("notes").findValuesAsText("code")).containsExactly("ties");
    }
  }

  @Test
  void aReportNeedsTheRightToReadItAndWhatItRefusesIsExplained() {
    String path = "/api/reporting/reports/balance-sheet?organization=HBDE";
    assertThat(Browser.of(port, "requester").get(path).statusCode()).isEqualTo(403);
    Browser auditor = Browser.of(port, "auditor");
    assertThat(auditor.get(path + "&compare=last-week").body()).contains("previous-year");
    HttpResponse<String> missing =
        auditor.get("/api/reporting/reports/document-audit?organization=HBDE");
    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(missing.body()).contains("reporting.parameter-missing");
  }

  @Test
  void aControllerSchedulesAReportAndHasItMadeNow() throws Exception {
    Browser controller = Browser.of(port, "controller");
    String body =
        """
        {"name": "Trial balance of the month before", "report": "trial-balance",
         "parameters": {"asOf": "@previous-month-end"}, "cron": "0 0 6 1 * *"}
        """;
    HttpResponse<String> made = controller.post("/api/reporting/schedules?organization=HBUK", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = JSON.readTree(made.body()).get("id").asText();
    HttpResponse<String> run = controller.post("/api/reporting/schedules/" + id + "/runs", "{}");
    assertThat(run.statusCode()).as(run.body()).isEqualTo(202);
    assertThat(JSON.readTree(run.body()).get("job").asText()).isEqualTo("reporting.run-report");
    assertThat(
            Browser.of(port, "auditor")
                .post("/api/reporting/schedules?organization=HBUK", body)
                .statusCode())
        .isEqualTo(403);
  }
}
