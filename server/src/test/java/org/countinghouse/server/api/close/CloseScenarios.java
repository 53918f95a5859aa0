package org.countinghouse.server.api.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.access.Actor;
import org.countinghouse.access.Roles;
import org.countinghouse.close.certificate.CertificateVerifier;
import org.countinghouse.close.certificate.ExportedTrialBalance;
import org.countinghouse.close.certificate.Verification;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.NewAccount;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.NewOrganization;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** docs/how-to/close-a-month.md, walked by people in browsers against the whole server. */
@SystemTest
class CloseScenarios {

  private static final Actor SETUP = Actor.system("test");
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static int count;

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired ChartOfAccounts chart;
  @Autowired FiscalYears years;
  @Autowired Ledger ledger;
  @Autowired Roles roles;
  @TempDir Path directory;

  private Organization company;
  private PostedJournal sale;
  private Browser accountant;
  private Browser cfo;

  @BeforeEach
  void companyWithOneSaleInJanuary() {
    company =
        organizations.create(
            new NewOrganization(
                "CLOSE" + ++count,
                "Closing Ltd",
                "GB",
                Currency.getInstance("GBP"),
                ZoneId.of("Europe/London"),
                Locale.UK,
                MonthDay.of(1, 1)),
            SETUP);
    List.of("accountant", "controller", "cfo")
        .forEach(role -> roles.grant(role, role, company.id(), SETUP));
    chart.create(
        company.id(),
        List.of(
            NewAccount.of("1200", "Bank", AccountType.ASSET),
            NewAccount.of("4000", "Sales", AccountType.INCOME),
            NewAccount.of("7100", "Rent", AccountType.EXPENSE)),
        SETUP);
    years.open(company.id(), 2025, SETUP);
    sale = post("S1", "1200", "4000", "1234.56");
    accountant = Browser.of(port, "accountant");
    cfo = Browser.of(port, "cfo");
  }

  @Test
  void monthIsClosedProvedReopenedAndClosedAgain() throws IOException {
    peopleSignOffThatTheBankIsReconciled();
    String number = startClosing();
    signOff(number);
    closeThroughTasks(number);
    JsonNode first = certificates().get("certificates").get(0);
    assertThat(certificates().get("current").asBoolean()).isTrue();
    assertThat(first.get("number").asText()).isEqualTo(number);

    refusedAtEveryDoor();
    verifiedWithTheServerAndWithout(first);
    reportsArePackedAndEverythingIsSentOut(number, content(first));

    HttpResponse<String> reopening =
        accountant.post(
            of("/api/close/periods/2025-01/reopenings"),
            "{\"reason\": \"the landlord's invoice came late\", \"expiresAt\": \"%s\"}"
                .formatted(Instant.now().plus(Duration.ofDays(2))));
    assertThat(reopening.statusCode()).as(reopening.body()).isEqualTo(201);
    approve(json(reopening).get("number").asText());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> postTo("/api/ledger/journals", journal("R1")).statusCode() == 201);

    String again = startClosing();
    assertThat(again).isEqualTo("CLOSE-2025-01-2");
    signOff(again);
    JsonNode pending =
        json(accountant.get("/api/close/closings/" + closingOf(again) + "/difference"));
    assertThat(pending.get("resultChange").asText()).isEqualTo("-400.00");
    assertThat(pending.get("journals")).hasSize(1);
    closeThroughTasks(again);
    JsonNode second = content(certificates().get("certificates").get(0));
    assertThat(second.at("/certificate/previous/number").asText()).isEqualTo(number);
    assertThat(second.at("/certificate/differences/0/account").asText()).isEqualTo("1200");
    assertThat(second.at("/certificate/differences/0/change").asText()).isEqualTo("-400.00");
    JsonNode newest = certificates().get("certificates").get(0);
    JsonNode difference =
        json(
            accountant.get("/api/close/certificates/" + newest.get("id").asText() + "/difference"));
    assertThat(difference.get("before").asText()).isEqualTo(number);
    assertThat(difference.get("accounts")).hasSize(2);
    assertThat(
            accountant
                .get("/api/close/certificates/" + first.get("id").asText() + "/difference")
                .body())
        .contains("close.certificate-first");
  }

  /** The cfo says once what the accountant signs off every month. */
  private void peopleSignOffThatTheBankIsReconciled() {
    String item =
        """
        {"title": {"en": "Bank reconciled", "de": "Bank abgestimmt"}, "owner": "accountant",
         "evidence": "DOCUMENT", "accounts": ["1200"]}
        """;
    String path = of("/api/close/checklist-items/manual.bank-reconciled");
    assertThat(accountant.send("PUT", path, item).statusCode()).isEqualTo(403);
    HttpResponse<String> put = cfo.send("PUT", path, item);
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(accountant.get(of("/api/close/checklist-items")).body()).contains("bank-reconciled");
  }

  /** Refused without proof and to others; with it the closing goes on by itself. */
  private void signOff(String number) throws IOException {
    String item = "/api/close/closings/" + closingOf(number) + "/items/manual.bank-reconciled";
    String signature = "{\"note\": \"agrees with the statement\", \"documentId\": %s}";
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> json(accountant.get(item)).at("/item/state").asText().equals("OPEN"));
    assertThat(cfo.post(item + "/sign-offs", signature.formatted("null")).body())
        .contains("close.not-owner");
    assertThat(accountant.post(item + "/sign-offs", signature.formatted("null")).body())
        .contains("close.document-missing");
    HttpResponse<String> stored =
        accountant.post(item + "/documents?name=statement.txt", "balance 31 Jan: 1234.56");
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    String signed = signature.formatted(json(stored).get("id").toString());
    HttpResponse<String> done = accountant.post(item + "/sign-offs", signed);
    assertThat(json(done).get("state").asText()).as(done.body()).isEqualTo("DONE");
  }

  private void reportsArePackedAndEverythingIsSentOut(String number, JsonNode certificate)
      throws IOException {
    JsonNode pack =
        json(accountant.get("/api/close/closings/" + closingOf(number))).get("reportPack");
    assertThat(pack.get("archive").asText()).startsWith("/api/documents/");
    assertThat(pack.get("reports").findValuesAsText("report")).contains("trial-balance");
    assertThat(certificate.at("/certificate/reports/files")).hasSameSizeAs(pack.get("reports"));
    assertThat(certificate.at("/certificate/checklist").findValuesAsText("key"))
        .contains("manual.bank-reconciled", "close.reports-packed");
    String sent = accountant.get(of("/api/exchange/sent")).body();
    assertThat(sent).contains(number + ".json").contains(number + "-reports.zip");
  }

  private String closingOf(String number) throws IOException {
    for (JsonNode closing : json(accountant.get(of("/api/close/periods/2025-01/closings")))) {
      if (closing.get("number").asText().equals(number)) {
        return closing.get("id").asText();
      }
    }
    throw new AssertionError("no closing " + number);
  }

  @Test
  void trialBalanceIsTheSameByRestByReportAndByWorkbook() throws IOException {
    post("R0", "7100", "1200", "400.00");
    String asOf = "asOf=2025-01-31&organization=" + company.code();
    Map<String, String> byLedger = new TreeMap<>();
    json(accountant.get("/api/ledger/trial-balance?" + asOf))
        .get("rows")
        .forEach(row -> byLedger.put(row.get("account").asText(), plain(row.get("balance"))));
    Map<String, String> byReport = new TreeMap<>();
    json(accountant.get("/api/reporting/reports/trial-balance?" + asOf))
        .get("rows")
        .forEach(
            row ->
                byReport.put(row.get("account").asText(), plain(row.get("balance").get("amount"))));
    assertThat(byReport).isEqualTo(byLedger).hasSize(3).containsEntry("1200", "834.56");

    HttpResponse<String> csv =
        accountant.get("/api/reporting/reports/trial-balance?format=csv&" + asOf);
    assertThat(csv.body()).contains("1200,Bank,ASSET,GBP,1234.56,400.00,834.56");
    HttpResponse<String> workbook =
        accountant.get("/api/reporting/reports/trial-balance?format=xlsx&language=de&" + asOf);
    assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("trial-balance-" + company.code() + "-2025-01-31.xlsx");
    assertThat(
            Browser.of(port, "requester")
                .get("/api/reporting/reports/trial-balance?" + asOf)
                .statusCode())
        .isEqualTo(404);
    assertThat(accountant.get("/api/reporting/reports/nothing?" + asOf).body())
        .contains("reporting.report-unknown");
  }

  @Test
  void jobAskedForFromOutsideStartsTheClosingAndClosesNothing() throws IOException {
    HttpResponse<String> run =
        Browser.of(port, "controller")
            .post(
                of("/api/jobs/ledger.close-period/runs"),
                "{\"parameters\": {\"period\": \"2025-01\"}}");
    assertThat(run.statusCode()).as(run.body()).isBetween(200, 202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                accountant
                    .get(of("/api/close/periods/2025-01/closings"))
                    .body()
                    .contains("CLOSE-2025-01-1"));
    assertThat(certificates().get("certificates")).isEmpty();
  }

  private String startClosing() throws IOException {
    HttpResponse<String> started = accountant.post(of("/api/close/periods/2025-01/closings"), "");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    return json(started).get("number").asText();
  }

  private void closeThroughTasks(String number) throws IOException {
    int before = certificates().get("certificates").size();
    submit(accountant, "Task_ReviewTrialBalance", number, Map.of("reviewDecision", "SUBMIT"));
    approve(number);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> certificates().get("certificates").size() > before);
  }

  private void approve(String number) throws IOException {
    submit(cfo, "Task_DecideApproval", number, Map.of("decision", "APPROVE"));
  }

  /** Completes a task the way Tasklist does. */
  private void submit(Browser person, String task, String businessKey, Map<String, String> values)
      throws IOException {
    String query =
        ENGINE
            + "/task?taskDefinitionKey=%s&processInstanceBusinessKey=%s&tenantIdIn=%s"
                .formatted(task, businessKey, company.code());
    await().atMost(Duration.ofSeconds(90)).until(() -> json(person.get(query)).size() == 1);
    String id = json(person.get(query)).get(0).get("id").asText();
    Map<String, Object> variables = new TreeMap<>();
    values.forEach((name, value) -> variables.put(name, Map.of("type", "String", "value", value)));
    assertThat(person.post(ENGINE + "/task/" + id + "/claim", "{\"userId\":null}").statusCode())
        .isLessThan(500);
    HttpResponse<String> done =
        person.post(
            ENGINE + "/task/" + id + "/submit-form",
            JSON.writeValueAsString(Map.of("variables", variables)));
    assertThat(done.statusCode()).as(done.body()).isLessThan(300);
  }

  private void refusedAtEveryDoor() {
    HttpResponse<String> posting = postTo("/api/ledger/journals", journal("R0"));
    assertThat(posting.statusCode()).as(posting.body()).isEqualTo(409);
    assertThat(posting.body()).contains("ledger.period-closed");
    HttpResponse<String> reversal =
        accountant.post(
            "/api/ledger/journals/" + sale.id() + "/reversals",
            "{\"postingDate\": \"2025-01-31\", \"reason\": \"entered twice\"}");
    assertThat(reversal.body()).contains("ledger.period-closed");
    HttpResponse<String> closing = accountant.post(of("/api/close/periods/2025-01/closings"), "");
    assertThat(closing.body()).contains("close.period-closed-already");
  }

  private void verifiedWithTheServerAndWithout(JsonNode certificate) throws IOException {
    String file = accountant.get(certificate.get("file").asText()).body();
    assertThat(accountant.post("/api/close/certificate-verifications", file).body())
        .contains("\"verdict\":\"VALID\"");
    assertThat(
            accountant
                .post("/api/close/certificate-verifications", file.replace("1234.56", "1334.56"))
                .body())
        .contains("\"verdict\":\"INVALID\"");

    Path stored = Files.writeString(directory.resolve("certificate.json"), file);
    Path key =
        Files.writeString(
            directory.resolve("key.pem"),
            json(accountant.get("/api/close/public-key")).get("publicKey").asText());
    Path export =
        Files.writeString(
            directory.resolve("export.csv"),
            accountant
                .get(
                    of("/api/reporting/reports/trial-balance")
                        + "&format=csv&asOf=2025-01-31&knownAt="
                        + certificate.get("knownAt").asText())
                .body());
    Verification offline =
        CertificateVerifier.trusting(key).verify(stored, new ExportedTrialBalance(export));
    assertThat(offline.isValid()).as(offline.report()).isTrue();
  }

  private JsonNode certificates() throws IOException {
    return json(accountant.get(of("/api/close/periods/2025-01/certificates")));
  }

  private JsonNode content(JsonNode certificate) throws IOException {
    return json(accountant.get(certificate.get("file").asText()));
  }

  private String of(String path) {
    return path + "?organization=" + company.code();
  }

  private HttpResponse<String> postTo(String path, String body) {
    return accountant.post(of(path), body);
  }

  private static String journal(String reference) {
    return """
    {"postingDate": "2025-01-31", "description": "Rent", "reference": "%s",
     "lines": [{"account": "7100", "debit": 400.00}, {"account": "1200", "credit": 400.00}]}
    """
        .formatted(reference);
  }

  private PostedJournal post(String reference, String debit, String credit, String amount) {
    return ledger.post(
        new JournalDraft(
            company.id(),
            LocalDate.of(2025, 1, 15),
            "Test " + reference,
            "ledger",
            reference,
            List.of(
                DraftLine.debit(debit, Money.of(amount, "GBP")),
                DraftLine.credit(credit, Money.of(amount, "GBP")))),
        SETUP);
  }

  private static String plain(JsonNode amount) {
    return new BigDecimal(amount.asText()).stripTrailingZeros().toPlainString();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
