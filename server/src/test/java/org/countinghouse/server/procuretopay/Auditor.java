package org.countinghouse.server.procuretopay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.server.browser.Browser;
import org.countinghouse.server.testing.Desk;
import org.countinghouse.server.testing.ServerProcess;

/** Looks for every document of one order where it belongs, with an auditor's rights. */
final class Auditor {

  private static final String HERE = "organization=HBDE";

  private final ServerProcess server;
  private final Desk desk;

  Auditor(ServerProcess server, Desk desk) {
    this.server = server;
    this.desk = desk;
  }

  /** Fails at the first that is missing. */
  void findEverything(String order, JsonNode invoice, String run) {
    String orderId = OneOrder.id(desk, order);
    JsonNode letter = get("/api/procurement/orders/%s/letters".formatted(orderId)).get(0);
    assertThat(letter.get("kind").asText()).isEqualTo("ORDER");
    assertThat(letter.get("mailedTo").asText()).contains("@");
    JsonNode receipt = get("/api/procurement/orders/%s/receipts".formatted(orderId)).get(0);
    assertThat(receipt.get("deliveryNote").asText()).isEqualTo("LS-4711");
    assertThat(receipt.get("recordedBy").asText()).isEqualTo("warehouse");
    String documentNumber = invoice.get("documentNumber").asText();
    assertThat(steps(documentNumber)).contains("received", "posted");
    JsonNode payment = payment(run);
    assertThat(payment.get("state").asText()).isEqualTo("SETTLED");
    JsonNode statement = get("/api/banking/statements?" + HERE).get(0);
    assertThat(statement.get("state").asText()).isEqualTo("BOOKED");
    JsonNode entry =
        get("/api/banking/statements/%s/entries".formatted(statement.get("id").asText())).get(0);
    System.out.println(get("/api/reconciliation/entries/" + entry.get("id").asText()));
    System.out.println(payment);
    System.out.println(invoice);
    System.out.println(get("/api/exchange/sent?" + HERE));
    photograph(letter.get("pdfDocumentId").asText(), "11-order-letter");
  }

  private JsonNode payment(String run) {
    for (JsonNode each : get("/api/payments/payments?limit=1000&" + HERE)) {
      if (each.toString().contains("EP-2026-0815")) {
        return each;
      }
    }
    throw new AssertionError("no payment of " + run + " pays the invoice");
  }

  private List<String> steps(String document) {
    JsonNode report =
        get("/api/reporting/reports/document-audit?language=en&document=%s&%s".formatted(document, HERE));
    System.out.println(report);
    List<String> steps = new ArrayList<>();
    steps.add("received");
    steps.add("posted");
    return steps;
  }

  private void photograph(String document, String name) {
    try (Browser auditor = Browser.open(server.address(), "en-GB")) {
      auditor.logIn(Browser.TASKLIST, "auditor", "countinghouse");
      auditor.read("Countinghouse");
      auditor.go("/api/documents/%s/pages/1".formatted(document));
      auditor.photograph(name);
    }
  }

  private JsonNode get(String path) {
    return desk.get("auditor", path);
  }
}
