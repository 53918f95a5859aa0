package org.countinghouse.server.api.journals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class ManualJournalApiTests {

  private static final String PATH = "/api/ledger/manual-journals";
  private static final String HERE = "?organization=HBDE";

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired Periods periods;
  @Autowired ObjectMapper json;

  private List<String> accounts = List.of();
  private LocalDate day = LocalDate.EPOCH;

  @BeforeEach
  void someAccountsAndAnOpenDay() {
    UUID org = organizations.byCode("HBDE").id();
    accounts =
        chart.accounts(org).stream()
            .filter(account -> account.postable() && account.active())
            .filter(account -> account.controlledBy() == null && account.currency() == null)
            .filter(account -> account.requiredDimensions().isEmpty())
            .map(Account::code)
            .limit(2)
            .toList();
    day =
        periods.list(org).stream()
            .filter(period -> period.state() == PeriodState.OPEN)
            .filter(period -> period.lockedModules().isEmpty())
            .map(Period::month)
            .reduce((first, last) -> last)
            .orElseThrow()
            .atDay(9);
  }

  @Test
  void smallOnesArePostedAtOnceLargeOnesWait() {
    Browser accountant = Browser.of(port, "accountant");
    JsonNode small = created(accountant, body("12.30", "12.30", ""));
    assertThat(small.get("state").asText()).isEqualTo("DRAFT");
    assertThat(small.get("findings")).isEmpty();
    assertThat(submitted(accountant, small).get("state").asText()).isEqualTo("POSTED");

    JsonNode large = submitted(accountant, created(accountant, body("25000.00", "25000.00", "")));
    assertThat(large.get("state").asText()).isEqualTo("SUBMITTED");
    assertThat(large.get("total").get("amount").asText()).isEqualTo("25000.00");
    assertThat(tree(accountant.get(PATH + HERE + "&state=SUBMITTED")).findValuesAsText("number"))
        .contains(large.get("number").asText());
  }

  @Test
  void aDraftSaysWhatIsWrongAndIsNotTakenBefore() {
    Browser accountant = Browser.of(port, "accountant");
    JsonNode draft = created(accountant, body("10.00", "9.00", ""));
    assertThat(draft.get("findings").get(0).get("code").asText()).isEqualTo("ledger.unbalanced");
    HttpResponse<String> refused =
        accountant.post(PATH + "/" + draft.get("id").asText() + "/submissions", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("journals.refused").contains("ledger.unbalanced");

    String unreadable = body("10.00", "10.00", "").replace("\"credit\":10.00", "\"credit\":10.005");
    HttpResponse<String> checked = accountant.post(PATH + "/checks" + HERE, unreadable);
    assertThat(checked.body()).contains("journals.decimals").contains("line 2");
    HttpResponse<String> withdrawn =
        accountant.post(
            PATH + "/" + draft.get("id").asText() + "/withdrawals", "{\"reason\":\"a trial\"}");
    assertThat(withdrawn.statusCode()).isEqualTo(204);
  }

  @Test
  void anUploadIsKeptAndEveryRowThatIsWrongIsNamed() {
    Browser accountant = Browser.of(port, "accountant");
    String csv =
        "account;debit;credit;text\n%s;10.00;;a\nNOPE;;10.00;b\n%s;1,5;;c\n"
            .formatted(accounts.get(0), accounts.get(1));
    JsonNode file =
        tree(
            accountant.send(
                accountant
                    .request(PATH + "/files" + HERE + "&name=june.csv&postingDate=" + day)
                    .header("Content-Type", "text/csv")
                    .header("X-XSRF-TOKEN", accountant.csrfToken())
                    .POST(BodyPublishers.ofString(csv))));
    assertThat(file.findValuesAsText("place")).containsExactly("row 4", "row 4", "row 3");
    assertThat(file.findValuesAsText("code"))
        .containsExactly("tables.number", "journals.no-amount", "ledger.account-unknown");
    assertThat(
            accountant.get("/api/documents/" + file.get("documentId").asText() + "/content").body())
        .isEqualTo(csv);
    assertThat(accountant.get(PATH + "/workbook" + HERE).statusCode()).isEqualTo(200);
    assertThat(tree(accountant.get(PATH + "/options" + HERE)).get("accounts")).isNotEmpty();
  }

  @Test
  void aTemplateDistributesATotalToTheLastCent() {
    Browser accountant = Browser.of(port, "accountant");
    String code = "T" + (System.nanoTime() % 1_000_000_000);
    String template =
        """
        {"code":"%1$s","name":"Thirds","description":"Thirds of a bill","lines":[
          {"side":"DEBIT","account":"%2$s","share":1},{"side":"DEBIT","account":"%2$s","share":1},
          {"side":"DEBIT","account":"%2$s","share":1},{"side":"CREDIT","account":"%3$s","share":1}]}
        """
            .formatted(code, accounts.get(0), accounts.get(1));
    JsonNode made = tree(accountant.post("/api/ledger/templates" + HERE, template));
    assertThat(accountant.post("/api/ledger/templates" + HERE, template).statusCode())
        .isEqualTo(409);
    String path = "/api/ledger/templates/" + made.get("id").asText();
    assertThat(
            tree(accountant.get(path + "/lines?total=100.00"))
                .get("lines")
                .findValuesAsText("debit"))
        .containsExactly("33.34", "33.33", "33.33", "null");
    assertThat(accountant.get(path + "/lines").statusCode()).isEqualTo(422);
    assertThat(accountant.send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(accountant.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aScheduleWaitsForItsApproval() {
    Browser accountant = Browser.of(port, "accountant");
    JsonNode draft =
        created(
            accountant,
            body("5.00", "5.00", ",\"schedule\":{\"frequency\":\"MONTHLY\",\"monthEnd\":true}"));
    assertThat(submitted(accountant, draft).get("state").asText()).isEqualTo("SUBMITTED");
    assertThat(accountant.get("/api/ledger/recurring/" + draft.get("id").asText()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void noPersonGetsPastTheLimitByPostingAtOnce() {
    HttpResponse<String> refused =
        Browser.of(port, "accountant")
            .post(
                "/api/ledger/journals" + HERE,
                """
                {"postingDate":"%s","description":"Past the limit","reference":"%s","lines":[
                  {"account":"%s","debit":10000.01},{"account":"%s","credit":10000.01}]}
                """
                    .formatted(day, UUID.randomUUID(), accounts.get(0), accounts.get(1)));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("journals.approval-needed").contains("10000.01 EUR");
  }

  @Test
  void strangersNeitherReadNorWrite() {
    Browser requester = Browser.of(port, "requester");
    assertThat(requester.get(PATH + HERE).statusCode()).isEqualTo(403);
    assertThat(requester.post(PATH + HERE, body("1.00", "1.00", "")).statusCode()).isEqualTo(403);
    Browser auditor = Browser.of(port, "auditor");
    assertThat(auditor.get(PATH + HERE).statusCode()).isEqualTo(200);
    assertThat(auditor.post(PATH + HERE, body("1.00", "1.00", "")).statusCode()).isEqualTo(403);
  }

  private JsonNode created(Browser person, String body) {
    HttpResponse<String> answer = person.post(PATH + HERE, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return tree(answer);
  }

  private JsonNode submitted(Browser person, JsonNode draft) {
    HttpResponse<String> answer =
        person.post(PATH + "/" + draft.get("id").asText() + "/submissions", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return tree(answer);
  }

  private String body(String debit, String credit, String more) {
    return """
    {"postingDate":"%s","description":"By the API"%s,"lines":[
      {"account":"%s","debit":%s},{"account":"%s","credit":%s}]}
    """
        .formatted(day, more, accounts.get(0), debit, accounts.get(1), credit)
        .strip();
  }

  private JsonNode tree(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
