package org.countinghouse.server.api.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderFilter;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.server.testing.Browser;
import org.countinghouse.server.testing.InvoiceDesk;
import org.countinghouse.server.testing.SystemTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invoices of the demo's orders, from the drop folder to the books. */
@SystemTest
class MatchingScenarios {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ENGINE = "/camunda/api/engine/engine/default/task";

  @LocalServerPort int port;
  @Autowired Organizations organizations;
  @Autowired PurchaseOrders orders;
  @Autowired Receipts receipts;

  @Value("${countinghouse.exchange.directory}")
  Path exchange;

  @Value("${countinghouse.data-directory}/demo")
  Path demo;

  @Test
  void anInvoiceWaitsForItsGoodsAndIsPostedByItselfWhenTheyCome() throws IOException {
    Browser clerk = Browser.of(port, "ap-clerk");
    PurchaseOrder order = issued("Toner cartridges");
    drop(order.number() + "-invoice.xml");
    UUID invoice = matched(clerk, order, "WAITING");
    String sheet = "/api/matching/invoices/" + invoice;
    assertThat(tree(clerk.get(sheet)).findValuesAsText("code"))
        .containsExactly("matching.not-received");
    assertThat(
            clerk
                .send(
                    "PUT",
                    "/api/payables/invoices/" + invoice + "/posting-date",
                    "{\"postingDate\": \"" + LocalDate.now(german().zone()) + "\"}")
                .statusCode())
        .isEqualTo(204);

    receipts.record(
        new NewReceipt(
            order.id(),
            LocalDate.now(german().zone()),
            "LS-4711",
            Receipt.Source.PERSON,
            null,
            order.lines().stream()
                .map(line -> new Counted(line.id(), line.quantity(), null))
                .toList()),
        Actor.of("warehouse"));

    await()
        .atMost(PATIENCE)
        .until(() -> tree(clerk.get(sheet)).get("state").asText().equals("POSTED"));
    JsonNode posted = tree(clerk.get(sheet));
    assertThat(posted.at("/records/0/receiptLineId").asText()).isNotEmpty();
    assertThat(posted.at("/deliveries/0/deliveryNote").asText()).isEqualTo("LS-4711");
    assertThat(orders.require(order.id()).state()).isEqualTo(PurchaseOrder.State.CLOSED);
  }

  @Test
  void whatIsDearerIsDecidedByPeopleAndMayBeReturned() throws IOException {
    Browser buyer = Browser.of(port, "buyer");
    PurchaseOrder order = issued("Packing tape");
    drop(order.number() + "-invoice-dearer.xml");
    UUID invoice = matched(buyer, order, "HELD");
    String sheet = "/api/matching/invoices/" + invoice;
    assertThat(tree(buyer.get(sheet)).findValuesAsText("code"))
        .contains("matching.price-over", "matching.not-received");

    String incomplete = "{\"decisions\": [{\"decision\": \"ACCEPT\", \"reason\": \"all right\"}]}";
    assertThat(buyer.post(sheet + "/decisions", incomplete).statusCode()).isEqualTo(422);
    String decided =
        "{\"decisions\": [{\"position\": 1, \"decision\": \"DISPUTE\", \"reason\": \"too dear\"}]}";
    assertThat(Browser.of(port, "auditor").post(sheet + "/decisions", decided).statusCode())
        .isEqualTo(403);
    HttpResponse<String> answer = buyer.post(sheet + "/decisions", decided);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(tree(answer).get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(
            tree(Browser.of(port, "treasurer")
                    .get("/api/payables/invoices/" + invoice + "/disputes"))
                .at("/0/kind")
                .asText())
        .isEqualTo("DISPUTED");

    String number = tree(buyer.get(sheet)).get("documentNumber").asText();
    String task =
        ENGINE
            + "/"
            + tree(buyer.get(
                    ENGINE
                        + "?taskDefinitionKey=Task_ResolveMatch&tenantIdIn=HBDE"
                        + "&processInstanceBusinessKey="
                        + number))
                .at("/0/id")
                .asText();
    assertThat(buyer.post(task + "/claim", "{\"userId\": null}").statusCode()).isEqualTo(204);
    String form =
        """
        {"variables": {"matchDecision": {"type": "String", "value": "REJECT"},
                       "text": {"type": "String", "value": "they took it back"}}}
        """;
    HttpResponse<String> done = buyer.post(task + "/submit-form", form);
    assertThat(done.statusCode()).as(done.body()).isBetween(200, 204);
    assertThat(
            tree(Browser.of(port, "ap-clerk").get("/api/payables/invoices/" + invoice))
                .get("state")
                .asText())
        .isEqualTo("REJECTED");
  }

  @Test
  void tolerancesAreTheControllersBusiness() {
    String path = "/api/matching/tolerances?organization=HBUS";
    Browser controller = Browser.of(port, "controller");
    String wanted = "{\"pricePercent\": 1, \"priceAmount\": 50, \"chargeAmount\": 25}";
    assertThat(controller.send("PUT", path, wanted).statusCode()).isEqualTo(204);
    assertThat(tree(controller.get(path)).at("/0/tolerances/price/percent").decimalValue())
        .isEqualByComparingTo("1");
    assertThat(controller.send("PUT", path, "{\"pricePercent\": 101}").statusCode()).isEqualTo(422);
    assertThat(Browser.of(port, "ap-clerk").send("PUT", path, wanted).statusCode()).isEqualTo(403);
  }

  private PurchaseOrder issued(String item) {
    return orders
        .list(
            new OrderFilter(
                german().id(), Set.of(PurchaseOrder.State.ISSUED), null, null, item, 10, 0))
        .stream()
        .findFirst()
        .orElseThrow();
  }

  private Organization german() {
    return organizations.byCode("HBDE");
  }

  private void drop(String file) throws IOException {
    Path folder = exchange.resolve("HBDE/in/supplier-invoices");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(folder));
    Path partial = folder.resolve(file + ".part");
    Files.copy(demo.resolve(file), partial);
    Files.move(partial, folder.resolve(file));
  }

  /** The invoice of this order, once it stands like this. */
  private static UUID matched(Browser reader, PurchaseOrder order, String state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              JsonNode all =
                  tree(reader.get("/api/matching/invoices?organization=HBDE&state=" + state));
              for (JsonNode one : all) {
                if (order.number().equals(one.get("orderNumber").asText())) {
                  return Optional.of(UUID.fromString(one.get("invoiceId").asText()));
                }
              }
              return Optional.<UUID>empty();
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return InvoiceDesk.tree(answer);
  }
}
