package org.countinghouse.server.procuretopay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.countinghouse.server.browser.Browser;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;

/** Looks for every document of one order where it belongs, with an auditor's rights. */
final class Auditor {

  private static final String HERE = "organization=HBDE";
  private static final String CONTENT = "/api/documents/%s/content";

  private final ServerProcess server;
  private final Desk desk;

  Auditor(ServerProcess server, Desk desk) {
    this.server = server;
    this.desk = desk;
  }

  /** Fails at the first that is missing. */
  void findEverything(String order, JsonNode invoice) {
    String orderId = OneOrder.id(desk, order);
    JsonNode letter = get("/api/procurement/orders/%s/letters".formatted(orderId)).get(0);
    assertThat(letter.get("mailedTo").asText()).contains("@");
    assertThat(text(CONTENT.formatted(letter.get("ublDocumentId").asText()))).contains(order);
    assertThat(text(CONTENT.formatted(letter.get("pdfDocumentId").asText()))).startsWith("%PDF");
    photograph(letter.get("pdfDocumentId").asText(), "11-order-letter");

    JsonNode receipt = get("/api/procurement/orders/%s/receipts".formatted(orderId)).get(0);
    assertThat(receipt.get("deliveryNote").asText()).isEqualTo("LS-4711");
    assertThat(receipt.get("recordedBy").asText()).isEqualTo("warehouse");

    String number = invoice.get("number").asText();
    assertThat(
            text(
                "/api/reporting/reports/document-audit?format=csv&language=en&document=%s&%s"
                    .formatted(invoice.get("documentNumber").asText(), HERE)))
        .contains("Bytes received", number + ".xml", "Invoice received", "Posted");

    JsonNode payment = paymentOf(number);
    assertThat(payment.get("state").asText()).isEqualTo("SETTLED");
    assertThat(text("/api/exchange/sent?" + HERE))
        .contains("\"payments\"", "\"purchase-orders\"", "remittance");
    assertThat(text("/api/exchange/documents?channel=bank-statements&" + HERE))
        .contains("statement.xml");
    assertThat(entries()).contains(payment.get("endToEndId").asText());
  }

  private JsonNode paymentOf(String invoice) {
    for (JsonNode each : get("/api/payments/payments?" + HERE)) {
      if (each.toString().contains(invoice)) {
        return each;
      }
    }
    throw new AssertionError("no payment pays " + invoice);
  }

  /** The lines of all statements. */
  private String entries() {
    StringBuilder entries = new StringBuilder();
    for (JsonNode statement : get("/api/banking/statements?state=BOOKED&" + HERE)) {
      String id = statement.get("id").asText();
      entries.append(text("/api/banking/statements/%s/entries".formatted(id)));
    }
    return entries.toString();
  }

  private void photograph(String document, String name) {
    try (Browser auditor = Browser.open(server.address(), "en-GB")) {
      auditor.logIn("/login", "auditor", "countinghouse");
      auditor.go("/api/documents/%s/pages/1".formatted(document));
      auditor.photograph(name);
    }
  }

  private JsonNode get(String path) {
    return desk.get("auditor", path);
  }

  private String text(String path) {
    return desk.as("auditor").get(path).body();
  }
}
