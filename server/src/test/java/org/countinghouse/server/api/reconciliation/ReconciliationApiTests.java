package org.countinghouse.server.api.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.countinghouse.server.testing.InvoiceDesk.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.server.testing.BankDesk;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Statements from the bank's drop, explained by REST; what others may not see or do. */
@SystemTest
class ReconciliationApiTests {

  private static final String IBAN = "NL91ABNA0417164300";
  private static final String API = "/api/reconciliation";
  private static final String HERE = "?organization=HBUK&account=REST";

  @LocalServerPort int port;
  @Autowired ChartOfAccounts chart;
  @Autowired BankAccounts accounts;
  @Autowired Organizations organizations;
  @Autowired Payables payables;
  @Autowired Periods periods;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  private Browser treasurer;
  private Browser accountant;
  private Browser american;

  @Test
  void whatTheBankBookedIsReadExplainedAndTakenBack() {
    treasurer = Browser.of(port, "treasurer");
    accountant = Browser.of(port, "accountant");
    american = Browser.of(port, "us-accountant");
    var desk = new InvoiceDesk(payables, organizations, periods);
    UUID invoice = desk.receive("111.15", Actor.system("inbox"));
    desk.post(Browser.of(port, "ap-clerk"), invoice, Browser.of(port, "department-head"));
    deliver(desk.day());

    JsonNode queue = tree(accountant.get(API + "/entries" + HERE));
    assertThat(queue.findValuesAsText("remittance"))
        .containsExactly("Transfer", "Interest", "Card terminal GB77…3459");
    String transfer = queue.at("/0/entryId").asText();
    explainAnInvoice(transfer);
    peopleWithoutTheRightLearnOrChangeNothing(transfer);
    takeBackAndSplit(transfer);
    ruleFor(queue.at("/2/entryId").asText());
    account(queue.at("/1/entryId").asText());
    assertThat(accountant.get(API + "/entries" + HERE).body()).isEqualTo("[]");
    settings();
  }

  /** One statement that fits and one that does not add up, in one file. */
  private void deliver(LocalDate day) {
    var bank = new BankDesk(chart, accounts, exchange);
    bank.open(organizations.byCode("HBUK").id(), "REST", IBAN, "1211");
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("-133.38", "Transfer");
    entries.put("5.00", "Interest");
    entries.put("-19.99", "Card terminal GB77BARC20201530093459");
    bank.drop(
        "rest.sta",
        BankDesk.statement(IBAN, 1, day, "0.00", entries, "-148.37")
            + BankDesk.statement(IBAN, 2, day, "-148.37", Map.of("1.00", "?"), "-140.00"));
    JsonNode statements =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> tree(accountant.get("/api/banking/statements" + HERE)),
                found -> found.size() == 2);
    JsonNode held = of(statements, "HELD");
    JsonNode booked = of(statements, "BOOKED");
    String path = "/api/banking/statements/";
    assertThat(booked.get("newEntries").asInt()).isEqualTo(3);
    assertThat(tree(accountant.get(path + booked.get("id").asText() + "/entries")))
        .hasSize(3)
        .last()
        .satisfies(
            entry -> assertThat(entry.get("counterpartyAccount").asText()).isEqualTo("GB77…3459"));
    String one = path + held.get("id").asText();
    assertThat(held.at("/findings/0/code").asText()).startsWith("ban");
    assertThat(american.get(one).statusCode()).isEqualTo(404);
    String reason = "{\"reason\": \"The bank sends it again\"}";
    assertThat(accountant.post(one + "/drops", reason).statusCode()).isEqualTo(403);
    assertThat(treasurer.post(one + "/drops", "{\"reason\": \"\"}").statusCode()).isEqualTo(400);
    assertThat(tree(treasurer.post(one + "/drops", reason)).get("state").asText())
        .isEqualTo("DROPPED");
  }

  private void explainAnInvoice(String entry) {
    JsonNode likeliest = tree(accountant.get(API + "/entries/" + entry)).at("/candidates/0");
    assertThat(likeliest.get("kind").asText()).isEqualTo("ITEM");
    assertThat(likeliest.get("reasons").asText()).isEqualTo("AMOUNT");
    String item = likeliest.get("id").asText();
    assertRefused(explain(accountant, entry, item(item, "-100.00")), "reconciliation.parts-sum");
    assertRefused(
        explain(accountant, entry, item(item, "-200.00") + "," + booking("4906", "66.62")),
        "reconciliation.item-differs");
    HttpResponse<String> done = explain(accountant, entry, item(item, "-133.38"));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(tree(done).at("/0/clearedBy").asText()).isEqualTo("accountant");
    assertRefused(
        explain(treasurer, entry, item(item, "-133.38")), "reconciliation.entry-explained");
  }

  private void peopleWithoutTheRightLearnOrChangeNothing(String entry) {
    String path = API + "/entries/" + entry;
    String part = "{\"parts\": [" + booking("8200", "-133.38") + "]}";
    String reason = "{\"reason\": \"just because\"}";
    assertThat(american.get(API + "/entries" + HERE).statusCode()).isEqualTo(404);
    assertThat(american.get(API + "/rules" + HERE).statusCode()).isEqualTo(404);
    assertThat(american.get(path).statusCode()).isEqualTo(404);
    assertThat(american.post(path + "/explanations", part).statusCode()).isEqualTo(404);
    assertThat(american.post(path + "/reversals", reason).statusCode()).isEqualTo(404);
    Browser auditor = Browser.of(port, "auditor");
    assertThat(auditor.get(path).statusCode()).isEqualTo(200);
    assertThat(auditor.post(path + "/explanations", part).statusCode()).isEqualTo(403);
    assertThat(auditor.post(path + "/reversals", reason).statusCode()).isEqualTo(403);
    assertThat(auditor.post(API + "/matches" + HERE, "").statusCode()).isEqualTo(403);
    assertThat(accountant.post(API + "/rules" + HERE, rule("8200")).statusCode()).isEqualTo(403);
    Browser warehouse = Browser.of(port, "warehouse");
    assertThat(warehouse.get(path).statusCode()).isEqualTo(403);
    assertThat(warehouse.get("/api/banking/statements" + HERE).statusCode()).isEqualTo(403);
  }

  private void takeBackAndSplit(String entry) {
    String path = API + "/entries/" + entry;
    assertThat(accountant.post(path + "/reversals", "{}").statusCode()).isEqualTo(400);
    assertThat(
            accountant.post(path + "/reversals", "{\"reason\": \"another supplier\"}").statusCode())
        .isEqualTo(204);
    JsonNode again = tree(accountant.get(path));
    assertThat(again.get("explanations")).as("and its mirror").hasSize(2);
    String item = again.at("/candidates/0/id").asText();
    assertThat(
            explain(accountant, entry, item(item, "-130.00") + "," + booking("8200", "-3.38"))
                .statusCode())
        .isEqualTo(200);
  }

  private void ruleFor(String entry) {
    assertRefused(
        treasurer.post(API + "/rules" + HERE, rule("2100")), "reconciliation.account-unusable");
    HttpResponse<String> made = treasurer.post(API + "/rules" + HERE, rule("8200"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(tree(accountant.post(API + "/matches" + HERE, "")).get("found").asInt())
        .isEqualTo(1);
    assertThat(tree(accountant.get(API + "/entries/" + entry)).at("/explanations/0/ruleId"))
        .isEqualTo(tree(made).get("id"));
    assertThat(accountant.get(API + "/rules" + HERE).body()).contains("Card terminals");
    String one = API + "/rules/" + tree(made).get("id").asText();
    assertThat(american.send("DELETE", one, "").statusCode()).isEqualTo(404);
    assertThat(treasurer.send("DELETE", one, "").statusCode()).isEqualTo(204);
    assertThat(treasurer.send("DELETE", one, "").statusCode()).isEqualTo(404);
  }

  private void account(String entry) {
    assertThat(explain(treasurer, entry, booking("4906", "5.00")).statusCode()).isEqualTo(200);
  }

  private void settings() {
    String path = API + "/settings" + HERE;
    String same = accountant.get(path).body();
    assertThat(accountant.send("PUT", path, same).statusCode()).isEqualTo(403);
    assertThat(treasurer.send("PUT", path, same).body()).isEqualTo(same);
    assertRefused(
        treasurer.send("PUT", path, "{\"chargesCostCentre\": \"NONE\", \"learnAfter\": 0}"),
        "reconciliation.cost-centre-missing");
  }

  private static HttpResponse<String> explain(Browser person, String entry, String parts) {
    return person.post(API + "/entries/" + entry + "/explanations", "{\"parts\": [" + parts + "]}");
  }

  private static String item(String id, String amount) {
    return "{\"itemId\": \"%s\", \"amount\": %s}".formatted(id, amount);
  }

  private static String booking(String account, String amount) {
    return "{\"account\": \"%s\", \"costCentre\": %s, \"amount\": %s}"
        .formatted(account, account.equals("8200") ? "\"CC100\"" : null, amount);
  }

  private static String rule(String account) {
    return """
    {"name": "Card terminals", "rank": 50, "bankAccount": "REST", "contains": "card terminal",
     "amountTo": 0, "account": "%s", "costCentre": "CC100"}
    """
        .formatted(account);
  }

  private static void assertRefused(HttpResponse<String> answer, String code) {
    assertThat(answer.body()).contains(code);
    assertThat(answer.statusCode()).isBetween(400, 422);
  }

  private static JsonNode of(JsonNode statements, String state) {
    for (JsonNode each : statements) {
      if (each.get("state").asText().equals(state)) {
        return each;
      }
    }
    throw new AssertionError(state + " of " + statements);
  }
}
