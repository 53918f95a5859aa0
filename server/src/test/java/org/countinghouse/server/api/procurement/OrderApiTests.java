package org.countinghouse.server.api.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Objects;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SystemTest
class OrderApiTests {

  private static final String ORDERS = "/api/procurement/orders";
  private static final String VERSIONS = "/api/procurement/order-versions/";
  private static final String HERE = "?organization=HBDE";

  @LocalServerPort int port;
  @Autowired ObjectMapper json;

  @Test
  void theDemoHasAnOrderAtEveryStage() {
    JsonNode all = tree(Browser.of(port, "auditor").get(ORDERS + HERE + "&limit=500"));
    assertThat(all.findValuesAsText("state"))
        .contains("DRAFT", "IN_APPROVAL", "REJECTED", "APPROVED", "ISSUED", "CANCELLED", "CLOSED");
    assertThat(all.findValuesAsText("version")).contains("1", "2");
  }

  @Test
  void aWishIsApprovedPlacedChangedAndCancelledOverRest() {
    Browser requester = Browser.of(port, "requester");
    Browser buyer = Browser.of(port, "buyer");
    JsonNode checked = tree(requester.post(ORDERS + "/checks" + HERE, body("", "", "10", "7.50")));
    assertThat(checked.get("findings")).isEmpty();
    assertThat(checked.get("increase").get("amount").asText()).isEqualTo("75.00");
    assertThat(checked.get("rooms").get(0).get("plannedFor").asBoolean()).isTrue();

    JsonNode draft = tree(requester.post(ORDERS + HERE, body("", "", "10", "7.50")));
    String version = VERSIONS + draft.get("id").asText();
    String order = ORDERS + "/" + draft.get("orderId").asText();
    assertThat(requester.post(version + "/submissions", "").statusCode()).isEqualTo(200);
    assertThat(tree(requester.get(order)).get("state").asText()).isEqualTo("IN_APPROVAL");
    approve("department-head", draft);
    assertThat(tree(requester.get(order)).get("state").asText()).isEqualTo("APPROVED");

    String supplier = tree(buyer.get(ORDERS + "/options" + HERE)).at("/suppliers/0/id").asText();
    String line = tree(buyer.get(order)).at("/lines/0/id").asText();
    assertThat(
            requester.post(version + "/placements", body(supplier, line, "10", "7")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> placed =
        buyer.post(version + "/placements", body(supplier, line, "10", "7"));
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(200);
    JsonNode issued = tree(buyer.get(order));
    assertThat(issued.get("state").asText()).isEqualTo("ISSUED");
    assertThat(issued.get("total").get("amount").asText()).isEqualTo("70.00");
    assertThat(commitments(buyer)).contains(issued.get("number").asText());

    String dearer =
        body(supplier, line, "20", "7").replace("\"lines\"", "\"reason\":\"More\",\"lines\"");
    JsonNode change = tree(buyer.post(order + "/changes", dearer));
    assertThat(buyer.post(VERSIONS + change.get("id").asText() + "/submissions", "").statusCode())
        .isEqualTo(200);
    JsonNode asked = tree(buyer.get(VERSIONS + change.get("id").asText()));
    assertThat(asked.get("increase").get("amount").asText()).isEqualTo("70.00");
    assertThat(asked.at("/agreedBefore/lines/0/quantity").asText()).isEqualTo("10");
    assertThat(buyer.post(order + "/cancellations", "{\"reason\":\"Enough\"}").statusCode())
        .isEqualTo(200);
    assertThat(tree(buyer.get(order)).get("state").asText()).isEqualTo("CANCELLED");
    assertThat(commitments(buyer)).doesNotContain(issued.get("number").asText());
  }

  @Test
  void whatCannotBeOrderedIsRefusedWithEveryFinding() {
    Browser requester = Browser.of(port, "requester");
    String wrong = body("", "", "0", "7.50").replace("OFFICE", "NOPE").replace("C62", "piece");
    assertThat(requester.post(ORDERS + HERE, wrong).statusCode()).isEqualTo(400);
    HttpResponse<String> refused =
        requester.post(ORDERS + HERE, body("", "", "0", "7.50").replace("OFFICE", "NOPE"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("procurement.quantity")
        .contains("procurement.category-unknown")
        .contains("line 1");
  }

  @Test
  void ordersStayInTheirOrganizationAndStepsWithTheirRoles() {
    JsonNode draft =
        tree(Browser.of(port, "requester").post(ORDERS + HERE, body("", "", "1", "1")));
    String id = draft.get("id").asText();
    Browser american = Browser.of(port, "us-accountant");
    assertThat(american.get(VERSIONS + id).statusCode()).isEqualTo(404);
    assertThat(american.get(ORDERS + HERE).statusCode()).isEqualTo(404);
    assertThat(Browser.of(port, "warehouse").post(VERSIONS + id + "/submissions", "").statusCode())
        .isEqualTo(403);
    assertThat(
            Browser.of(port, "department-head")
                .send("PUT", VERSIONS + id, body("", "", "2", "1"))
                .statusCode())
        .as("not his to change")
        .isEqualTo(403);
    assertThat(
            Browser.of(port, "buyer")
                .post(VERSIONS + id + "/withdrawals", "{\"reason\":\"A trial\"}")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void aBudgetThatBlocksStopsAnOrderAndOneThatWarnsDoesNot() {
    Browser requester = Browser.of(port, "requester");
    String much = body("", "", "1000", "900").replace("CC100", "CC400");
    JsonNode blocked = tree(requester.post(ORDERS + "/checks" + HERE, much));
    assertThat(blocked.at("/rooms/0/blocked").asBoolean()).isTrue();
    JsonNode draft = tree(requester.post(ORDERS + HERE, much));
    String version = VERSIONS + draft.get("id").asText();
    HttpResponse<String> refused = requester.post(version + "/submissions", "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("procurement.budget-exceeded");
    requester.post(version + "/withdrawals", "{\"reason\":\"A trial\"}");
    JsonNode warned = tree(requester.post(ORDERS + "/checks" + HERE, body("", "", "1000", "900")));
    assertThat(warned.at("/rooms/0/exceeded").asBoolean()).isTrue();
    assertThat(warned.at("/rooms/0/blocked").asBoolean()).isFalse();
  }

  private String commitments(Browser who) {
    return who.get("/api/procurement/commitments" + HERE).body();
  }

  private void approve(String approver, JsonNode draft) {
    Browser browser = Browser.of(port, approver);
    JsonNode asked = null;
    for (JsonNode each : tree(browser.get("/api/approvals/waiting"))) {
      asked = each.get("subjectId").asText().equals(draft.get("id").asText()) ? each : asked;
    }
    JsonNode decided =
        tree(
            browser.post(
                "/api/approvals/decisions",
                "{\"decisions\":[{\"requestId\":\"%s\",\"decision\":\"APPROVE\",\"contentHash\":\"%s\"}]}"
                    .formatted(
                        Objects.requireNonNull(asked).get("id").asText(),
                        asked.get("contentHash").asText())));
    assertThat(decided.at("/0/outcome").asText()).isEqualTo("APPROVED");
  }

  private static String body(String supplier, String line, String quantity, String price) {
    return """
    {%s"deliverBy":"%s","lines":[{%s"name":"Ring binders","category":"OFFICE","quantity":%s,
     "unit":"C62","unitPrice":%s,"costCentre":"CC100"}]}\
    """
        .formatted(
            supplier.isEmpty() ? "" : "\"supplierId\":\"%s\",".formatted(supplier),
            LocalDate.now().plusDays(20),
            line.isEmpty() ? "" : "\"id\":\"%s\",".formatted(line),
            quantity,
            price);
  }

  private JsonNode tree(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    try {
      return json.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.body(), e);
    }
  }
}
