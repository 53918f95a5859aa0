package org.countinghouse.server.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.countinghouse.access.Actor;
import org.countinghouse.documents.Documents;
import org.countinghouse.ledger.Periods;
import org.countinghouse.notification.Mail;
import org.countinghouse.notification.Mails;
import org.countinghouse.notification.QueuedMail;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.countinghouse.workflows.engine.ProcessFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What approvers have around their tasks: figures beside it, mails, substitutes, another policy.
 */
@SystemTest
class ApproverApiTests {

  private static final Actor INBOX = Actor.system("inbox");

  @LocalServerPort int port;
  @Autowired Payables payables;
  @Autowired Organizations organizations;
  @Autowired Periods periods;
  @Autowired Mails mails;
  @Autowired Documents documents;
  @Autowired Clock clock;

  private InvoiceDesk desk;
  private Browser clerk;
  private Browser head;

  @BeforeEach
  void people() {
    desk = new InvoiceDesk(payables, organizations, periods);
    clerk = Browser.of(port, "ap-clerk");
    head = Browser.of(port, "department-head");
  }

  @Test
  void theSheetTellsWhatTheBudgetHasLeftAndWarns() {
    JsonNode asked = desk.submit(clerk, desk.receive("160.00", INBOX), head);
    JsonNode sheet =
        InvoiceDesk.tree(head.get("/api/approvals/requests/" + asked.get("id").asText()))
            .get("sheet");
    assertThat(asked.get("sheet").isNull()).as("the list is short").isTrue();
    JsonNode budget = sheet.get("budgets").get(0);
    assertThat(budget.at("/account").asText()).isEqualTo("7504");
    assertThat(budget.at("/requested/amount").asText()).isEqualTo("160.00");
    assertThat(budget.at("/requested/currency").asText()).isEqualTo("GBP");
    assertThat(sheet.get("notices")).isNotNull();
  }

  @Test
  void aDraftTableIsTriedOnWhatWasDecided() {
    JsonNode asked = desk.submit(clerk, desk.receive("170.00", INBOX), head);
    head.post(
        "/api/approvals/decisions",
        "{\"decisions\": [{\"requestId\": \"%s\", \"decision\": \"APPROVE\", \"contentHash\": \"%s\"}]}"
            .formatted(asked.get("id").asText(), asked.get("contentHash").asText()));
    String silent = table().replaceFirst("&lt;= 5000", "]1000..5000]");
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    String path =
        "/api/approvals/simulations?organization=HBUK&from=%s&to=%s"
            .formatted(today.minusDays(2), today.plusDays(2));

    Browser controller = Browser.of(port, "controller");
    JsonNode report = InvoiceDesk.tree(send(controller, path, silent));
    JsonNode mine =
        StreamSupport.stream(report.get("requests").spliterator(), false)
            .filter(
                request ->
                    request.get("reference").asText().equals(asked.get("reference").asText()))
            .findFirst()
            .orElseThrow();
    assertThat(mine.get("change").asText()).isEqualTo("TOUCHLESS");
    assertThat(mine.at("/was/0/role").asText()).isEqualTo("department-head");
    assertThat(report.at("/summary/changes/TOUCHLESS").asInt()).isPositive();

    HttpResponse<String> workbook = send(controller, path + "&format=xlsx", silent);
    assertThat(workbook.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
    assertThat(workbook.body()).startsWith("PK");

    assertThat(send(controller, path, "<x/>").statusCode()).isEqualTo(422);
    assertThat(send(clerk, path, silent).statusCode()).isEqualTo(403);
    assertThat(send(Browser.of(port, "us-accountant"), path, silent).statusCode()).isEqualTo(404);
  }

  @Test
  void everybodySetsHisOwnMailsAndAnAdministratorSeesWhatIsParked() {
    assertThat(
            head.send(
                    "PUT",
                    "/api/me/mail-settings",
                    "{\"email\": \"no address\", \"taskMails\": true}")
                .body())
        .contains("access.email-invalid");
    HttpResponse<String> set =
        head.send(
            "PUT",
            "/api/me/mail-settings",
            "{\"email\": \"department-head@harbour.example\", \"taskMails\": false}");
    assertThat(set.statusCode()).isEqualTo(200);

    Organization british = organizations.byCode("HBUK");
    mails.send(
        new Mail(
            british.id(),
            List.of("no one @ nowhere"),
            "notification/task",
            Map.of("task", "x", "description", "", "link", "x", "settings", "x"),
            "test:" + UUID.randomUUID()));
    Browser administrator = Browser.of(port, "administrator");
    String list = "/api/notification/mails?organization=HBUK&state=PARKED";
    org.awaitility.Awaitility.await()
        .until(() -> InvoiceDesk.tree(administrator.get(list)).size() > 0);
    JsonNode parked = InvoiceDesk.tree(administrator.get(list)).get(0);
    assertThat(parked.get("lastError").asText()).contains("the address is none");
    String one = "/api/notification/mails/" + parked.get("id").asText();
    assertThat(InvoiceDesk.tree(administrator.get(one)).at("/mail/recipient").asText())
        .isEqualTo("no one @ nowhere");
    assertThat(administrator.post(one + "/retries", "").statusCode()).isEqualTo(200);
    assertThat(head.get(list).statusCode()).isEqualTo(403);
    assertThat(head.get(one).statusCode()).isEqualTo(403);
    assertThat(Browser.of(port, "us-accountant").get(one).statusCode()).isEqualTo(404);
    assertThat(mails.require(UUID.fromString(parked.get("id").asText())).state())
        .isIn(QueuedMail.State.QUEUED, QueuedMail.State.PARKED);
  }

  @Test
  void colleaguesAreThereToChooseASubstituteFrom() {
    String people = "/api/access/substitutions/people?organization=HBUK";
    assertThat(InvoiceDesk.tree(head.get(people)).findValuesAsText("username")).contains("buyer");
    assertThat(Browser.of(port, "us-accountant").get(people).statusCode()).isEqualTo(404);
    assertThat(clerk.get("/api/access/substitutions/all?organization=HBUK").statusCode())
        .isEqualTo(403);
    assertThat(head.get("/api/access/substitutions/all?organization=HBUK").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPdfIsShownPageByPageAsAPicture() throws Exception {
    Organization british = organizations.byCode("HBUK");
    byte[] pdf;
    try (var made = new org.apache.pdfbox.pdmodel.PDDocument();
        var bytes = new java.io.ByteArrayOutputStream()) {
      made.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      made.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      made.save(bytes);
      pdf = bytes.toByteArray();
    }
    String pages =
        "/api/documents/"
            + documents.store(british.id(), "two.pdf", "application/pdf", pdf).id()
            + "/pages";
    assertThat(head.get(pages).body()).isEqualTo("{\"pages\":2}");
    HttpResponse<String> second = head.get(pages + "/2");
    assertThat(second.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(head.get(pages + "/3").statusCode()).isEqualTo(404);
    UUID broken =
        documents
            .store(
                british.id(),
                "broken.pdf",
                "application/pdf",
                "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8))
            .id();
    assertThat(head.get("/api/documents/" + broken + "/pages").statusCode()).isEqualTo(404);
    assertThat(Browser.of(port, "us-accountant").get(pages).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> send(Browser person, String path, String table) {
    return person.send("POST", path, "application/xml", BodyPublishers.ofString(table));
  }

  private static String table() {
    return ProcessFolders.list().stream()
        .flatMap(folder -> folder.files().stream())
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .filter(text -> text.contains("<decision id=\"supplier-invoice-approval-levels\""))
        .findFirst()
        .orElseThrow();
  }
}
