package org.countinghouse.server.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The frame of a new company's books, set up and carried through a year by its controller. */
@SystemTest
class BooksApiTests {

  private static final Actor SETUP = Actor.system("test");
  private static int count;

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired Roles roles;
  @Autowired Periods periods;
  @Autowired ObjectMapper json;

  private Organization company;
  private Browser controller;
  private Browser accountant;

  @BeforeEach
  void aCompanyWithoutBooks() {
    company =
        organizations.create(
            new NewOrganization(
                "BOOKS" + ++count,
                "Books Ltd",
                "GB",
                Currency.getInstance("GBP"),
                ZoneId.of("Europe/London"),
                Locale.UK,
                MonthDay.of(4, 1)),
            SETUP);
    List.of("accountant", "controller")
        .forEach(role -> roles.grant(role, role, company.id(), SETUP));
    controller = Browser.of(port, "controller");
    accountant = Browser.of(port, "accountant");
  }

  @Test
  void aYearFromTheCountryChartToRetainedEarnings() {
    created(controller.post(of("/api/ledger/chart-installations"), "{\"template\": \"gb\"}"));
    created(controller.post(of("/api/ledger/fiscal-years"), "{\"year\": 2025}"));
    created(controller.post(of("/api/ledger/fiscal-years"), "{\"year\": 2026}"));
    created(
        controller.post(
            of("/api/organizations/projects"), "{\"code\": \"DOCK\", \"name\": \"New dock\"}"));
    created(accountant.post(of("/api/ledger/journals"), sale("2025-03-31", "900.00")));

    JsonNode due = read(controller.get(of("/api/ledger/fiscal-years/2025/result")));
    assertThat(due.at("/due/amount").decimalValue()).isEqualByComparingTo("900.00");
    assertThat(due.get("openMonths")).hasSize(12);
    HttpResponse<String> early =
        controller.post(of("/api/ledger/fiscal-years/2025/closings"), "{}");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("ledger.year-not-closed");

    JsonNode dock =
        read(
            accountant.get(
                of("/api/ledger/dimension-balances")
                    + "&dimension=PROJECT&from=2024-04&to=2025-03"));
    assertThat(dock.at("/0/code").asText()).isEqualTo("DOCK");
    assertThat(dock.at("/0/credit").decimalValue()).isEqualByComparingTo("900.00");

    periods.list(company.id()).stream()
        .filter(month -> month.fiscalYear() == 2025)
        .forEach(month -> periods.close(company.id(), month.month(), SETUP));
    JsonNode closing = created(controller.post(of("/api/ledger/fiscal-years/2025/closings"), "{}"));
    assertThat(closing.get("postingDate").asText()).isEqualTo("2025-04-01");
    JsonNode journal =
        read(accountant.get("/api/ledger/journals/" + closing.get("journalId").asText()));
    assertThat(journal.at("/journal/source").asText()).isEqualTo("close:year-end");
    assertThat(journal.at("/lines/1/account").asText()).isEqualTo("3200");
    assertThat(accountant.post(of("/api/ledger/fiscal-years/2025/closings"), "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void accountsAndPurposesAreTheControllersToChange() {
    created(controller.post(of("/api/ledger/chart-installations"), "{\"template\": \"us\"}"));
    String cents =
        "[{\"code\": \"68201\", \"name\": \"Cents\", \"type\": \"EXPENSE\", \"parent\":"
            + " \"60000\"}]";
    assertThat(accountant.post(of("/api/ledger/accounts"), cents).statusCode()).isEqualTo(403);
    created(controller.post(of("/api/ledger/accounts"), cents));
    read(
        controller.send(
            "PUT", of("/api/ledger/account-purposes/ROUNDING"), "{\"account\": \"68201\"}"));
    JsonNode purposes = read(accountant.get(of("/api/ledger/account-purposes")));
    assertThat(purposes.at("/1/purpose").asText()).isEqualTo("ROUNDING");
    assertThat(purposes.at("/1/account/code").asText()).isEqualTo("68201");
    assertThat(controller.send("PUT", of("/api/ledger/accounts/68201/deactivation"), "").body())
        .contains("ledger.account-serves");
    assertThat(
            read(controller.send("PUT", of("/api/ledger/accounts/68200/deactivation"), ""))
                .get("active")
                .asBoolean())
        .isFalse();
    JsonNode renamed =
        read(
            controller.send(
                "PUT", of("/api/ledger/accounts/68200/name"), "{\"name\": \"Old cents\"}"));
    assertThat(renamed.get("name").asText()).isEqualTo("Old cents");
  }

  @Test
  void aModuleIsKeptOutOfAMonthAndLetInAgain() {
    created(controller.post(of("/api/ledger/chart-installations"), "{\"template\": \"gb\"}"));
    created(controller.post(of("/api/ledger/fiscal-years"), "{\"year\": 2025}"));
    created(
        controller.post(
            of("/api/organizations/projects"), "{\"code\": \"DOCK\", \"name\": \"New dock\"}"));
    JsonNode locked =
        read(accountant.post(of("/api/ledger/periods/2024-05/locks"), "{\"module\": \"ledger\"}"));
    assertThat(locked.at("/lockedModules/0").asText()).isEqualTo("ledger");
    assertThat(accountant.post(of("/api/ledger/journals"), sale("2024-05-02", "1.00")).body())
        .contains("ledger.period-locked");
    read(accountant.send("DELETE", of("/api/ledger/periods/2024-05/locks/ledger"), ""));
    HttpResponse<String> sale =
        accountant.post(of("/api/ledger/journals"), sale("2024-05-02", "1.00"));
    created(sale);
    read(accountant.post(of("/api/ledger/periods/2024-05/locks"), "{\"module\": \"ledger\"}"));
    JsonNode reversal =
        created(
            controller.post(
                accountant.location(sale) + "/reversals", "{\"reason\": \"not sold\"}"));
    assertThat(reversal.at("/journal/postingDate").asText()).isEqualTo("2024-06-01");
    read(accountant.send("DELETE", of("/api/ledger/periods/2024-05/locks/ledger"), ""));

    read(controller.send("PUT", of("/api/organizations/projects/DOCK/closing"), ""));
    assertThat(accountant.post(of("/api/ledger/journals"), sale("2024-05-03", "1.00")).body())
        .contains("ledger.project-unknown");
  }

  @Test
  void balancesOfAnotherSystemAreTakenOverOnceAfterAPreview() {
    created(controller.post(of("/api/ledger/chart-installations"), "{\"template\": \"gb\"}"));
    created(controller.post(of("/api/ledger/fiscal-years"), "{\"year\": 2025}"));
    String file = "account,debit,credit\n1200,5000.00,\n3001,,1000.00\n1100,7.00,\n";
    String parameters = "&date=2024-04-01&name=tb.csv";
    String path = "/api/ledger/opening-balances";

    JsonNode preview = read(upload(of(path + "/previews") + parameters, file));
    assertThat(preview.at("/difference/amount").decimalValue()).isEqualByComparingTo("-4007.00");
    assertThat(preview.at("/findings/0/place").asText()).isEqualTo("row 4");
    HttpResponse<String> refused = upload(of(path) + parameters, file);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ledger.opening-refused", "ledger.opening-control");

    JsonNode posted = created(upload(of(path) + parameters + "&controlAccounts=true", file));
    assertThat(posted.at("/journal/number").asText()).isEqualTo("GL-2025-000001");
    assertThat(posted.at("/document/name").asText()).isEqualTo("tb.csv");
  }

  private HttpResponse<String> upload(String path, String csv) {
    return controller.send("POST", path, "text/csv", HttpRequest.BodyPublishers.ofString(csv));
  }

  private static String sale(String day, String pounds) {
    return """
    {"postingDate": "%1$s", "description": "Sale", "reference": "S-%1$s",
     "lines": [{"account": "1200", "debit": %2$s},
               {"account": "4001", "credit": %2$s, "project": "DOCK"}]}
    """
        .formatted(day, pounds);
  }

  private String of(String path) {
    return path + "?organization=" + company.code();
  }

  private JsonNode created(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return tree(answer.body());
  }

  private JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return tree(answer.body());
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
  }
}
