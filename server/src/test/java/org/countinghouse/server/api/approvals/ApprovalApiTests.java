package org.countinghouse.server.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.countinghouse.access.Actor;
import org.countinghouse.access.NewUser;
import org.countinghouse.access.Roles;
import org.countinghouse.access.Users;
import org.countinghouse.ledger.Periods;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payables;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class ApprovalApiTests {

  private static final Actor INBOX = Actor.system("inbox");
  private static final Actor SETUP = Actor.system("test");
  private static final String SECOND = "second-head";

  @LocalServerPort int port;
  @Autowired Payables payables;
  @Autowired Organizations organizations;
  @Autowired Periods periods;
  @Autowired Users users;
  @Autowired Roles roles;

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
  void everyDecisionOfAListHasItsOwnOutcome() {
    Browser second = secondHead();
    JsonNode good = desk.submit(clerk, desk.receive("100.00", INBOX), head);
    JsonNode rejected = desk.submit(clerk, desk.receive("101.00", INBOX), head);
    JsonNode decided = desk.submit(clerk, desk.receive("102.00", INBOX), head);
    JsonNode own = desk.submit(clerk, desk.receive("103.00", Actor.of("department-head")), second);
    assertThat(outcomes(decide(head, wanted(decided, "APPROVE")))).containsExactly("APPROVED");

    HttpResponse<String> answer =
        decide(
            head,
            wanted(own, "APPROVE"),
            wanted(UUID.randomUUID(), "APPROVE", "x"),
            wanted(good, "APPROVE"),
            wanted(decided, "APPROVE"),
            wanted(rejected, "REJECT"),
            wanted(UUID.fromString(rejected.get("id").asText()), "APPROVE", "stale"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(outcomes(answer))
        .containsExactly(
            "approvals.maker",
            "approvals.unknown",
            "APPROVED",
            "approvals.not-open",
            "approvals.reason-missing",
            "approvals.changed");
    assertThat(detail(head, good).get("state").asText()).isEqualTo("APPROVED");
    assertThat(detail(second, own).get("decisions")).isEmpty();
    assertThat(detail(head, rejected).get("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void whoeverIsNotAskedIsToldSo() {
    JsonNode asked = desk.submit(clerk, desk.receive("110.00", INBOX), head);

    assertThat(outcomes(decide(clerk, wanted(asked, "APPROVE"))))
        .containsExactly("approvals.maker");
    assertThat(outcomes(decide(Browser.of(port, "cfo"), wanted(asked, "APPROVE"))))
        .containsExactly("approvals.not-candidate");
    assertThat(outcomes(decide(Browser.of(port, "warehouse"), wanted(asked, "APPROVE"))))
        .containsExactly("access.forbidden");
  }

  @Test
  void listIsCheckedBeforeAnythingIsDecided() {
    assertThat(decide(head).statusCode()).isEqualTo(400);
    assertThat(decide(head, "null").statusCode()).isEqualTo(400);
    assertThat(decide(head, wanted(UUID.randomUUID(), "ASK", "x")).statusCode()).isEqualTo(400);
  }

  @Test
  void detailNamesPeopleAndIsForThoseConcerned() {
    UUID invoice = desk.receive("120.00", INBOX);
    JsonNode asked = desk.submit(clerk, invoice, head);
    assertThat(asked.at("/why/role").asText()).isEqualTo("department-head");
    assertThat(asked.at("/names/ap-clerk").asText()).isEqualTo("Anna Payable");
    assertThat(asked.at("/names/department-head").asText()).isEqualTo("Dieter Department");

    String path = "/api/approvals/requests/" + asked.get("id").asText();
    String course = "/api/approvals/subjects/supplier-invoice/" + invoice;
    assertThat(detail(clerk, asked).get("why").isNull()).isTrue();
    Browser warehouse = Browser.of(port, "warehouse");
    assertThat(warehouse.get(path).statusCode()).isEqualTo(403);
    assertThat(warehouse.get(course).statusCode()).isEqualTo(403);
    assertThat(clerk.get(course).statusCode()).isEqualTo(200);
    assertThat(new Browser(port).get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void nothingIsKnownInAnotherOrganization() {
    UUID invoice = desk.receive("130.00", INBOX);
    JsonNode asked = desk.submit(clerk, invoice, head);
    Browser american = Browser.of(port, "us-accountant");
    UUID none = UUID.randomUUID();

    same(american, "/api/approvals/requests/", UUID.fromString(asked.get("id").asText()), none);
    same(american, "/api/approvals/subjects/supplier-invoice/", invoice, none);
    assertThat(american.get("/api/approvals/waiting").body()).isEqualTo("[]");
    assertThat(outcomes(decide(american, wanted(asked, "APPROVE"))))
        .containsExactly("approvals.unknown");
  }

  /** What exists elsewhere is answered like what does not exist. */
  private static void same(Browser browser, String path, UUID existing, UUID none) {
    HttpResponse<String> answer = browser.get(path + existing);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body().replace(existing.toString(), none.toString()))
        .isEqualTo(browser.get(path + none).body());
  }

  private static HttpResponse<String> decide(Browser person, String... decisions) {
    return person.post(
        "/api/approvals/decisions", "{\"decisions\": [" + String.join(",", decisions) + "]}");
  }

  private static String wanted(JsonNode request, String decision) {
    return wanted(
        UUID.fromString(request.get("id").asText()), decision, request.get("contentHash").asText());
  }

  private static String wanted(UUID request, String decision, String hash) {
    return "{\"requestId\": \"%s\", \"decision\": \"%s\", \"contentHash\": \"%s\"}"
        .formatted(request, decision, hash);
  }

  /** The state each came to, or why it was refused. */
  private static List<String> outcomes(HttpResponse<String> answer) {
    return StreamSupport.stream(InvoiceDesk.tree(answer).spliterator(), false)
        .map(one -> one.get(one.get("code").isNull() ? "outcome" : "code").asText())
        .collect(Collectors.toList());
  }

  private static JsonNode detail(Browser person, JsonNode request) {
    return InvoiceDesk.tree(person.get("/api/approvals/requests/" + request.get("id").asText()));
  }

  /** Somebody who can be asked where the head of the department may not be. */
  private Browser secondHead() {
    if (users.find(SECOND).isEmpty()) {
      users.create(
          NewUser.person(
              SECOND, "Sven Second", SECOND + "@harbour.example", Locale.UK, Browser.PASSWORD),
          SETUP);
      roles.grant(SECOND, "department-head", organizations.byCode("HBUK").id(), SETUP);
    }
    return Browser.of(port, SECOND);
  }
}
