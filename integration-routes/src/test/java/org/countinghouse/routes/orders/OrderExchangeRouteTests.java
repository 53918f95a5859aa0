package org.countinghouse.routes.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.correspondence.OrderResponse;
import org.countinghouse.procurement.correspondence.OrderResponses;
import org.countinghouse.procurement.correspondence.ResponseDecisions;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptRule;
import org.countinghouse.procurement.receipts.ReceiptRules;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.routes.testing.RouteTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The chain of the samples, in its order: the order A-01 is taken over, answered (A-02, A-02b,
 * A-02c), delivered in two parts, and more of it counted by hand.
 */
@RouteTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderExchangeRouteTests {

  private static final String NUMBER = "PO-2026-000117";

  @Autowired OrderWorld world;
  @Autowired Inbox inbox;
  @Autowired Suppliers suppliers;
  @Autowired PurchaseOrders orders;
  @Autowired OrderProcessing processing;
  @Autowired OrderResponses responses;
  @Autowired ResponseDecisions decisions;
  @Autowired Receipts receipts;
  @Autowired ReceiptRules rules;

  private Company company;

  @BeforeAll
  void companyThatKnowsThePaperMaker() {
    company = world.company();
    suppliers.adopt(
        company.id(),
        new NewSupplier(
            new Party(
                "Palokka Paper Oy",
                null,
                null,
                null,
                new Party.Endpoint("0088", "6412345000029"),
                new Party.PostalAddress("Tehtaankatu 5", null, "Jyväskylä", "40270", "FI")),
            new SupplierTerms(30, "6815", "1000", "V19"),
            List.of()),
        PayablesWorld.CLERK,
        PayablesWorld.HEAD);
  }

  @Test
  @Order(1)
  void anOrderAgreedElsewhereIsTakenOverOnceAndPassesItsApproval() throws IOException {
    InboxRecord taken = drop("orders", "A-01-order.xml");
    assertThat(taken.document().state()).as("%s", taken).isEqualTo(InboxState.ACCEPTED);
    PurchaseOrder order = order();
    assertThat(order.state()).isEqualTo(PurchaseOrder.State.IN_APPROVAL);
    assertThat(order.orderedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(order.deliverBy()).isEqualTo(LocalDate.of(2026, 3, 16));
    assertThat(order.total().amount()).isEqualByComparingTo("887.50");
    assertThat(order.lines())
        .extracting(OrderLine::position, OrderLine::unit, OrderLine::supplierItem)
        .contains(tuple(2, "C62", "PP-C5"));
    assertThat(order.lineAt(2).orElseThrow().unitPrice()).isEqualByComparingTo("0.385");

    InboxRecord again =
        drop(
            "orders",
            "again.xml",
            new String(bytes("A-01-order.xml"), StandardCharsets.UTF_8) + " ");
    assertThat(again.document().state()).isEqualTo(InboxState.DUPLICATE);

    OrderVersion version = orders.versions(order.id()).get(0);
    world.approve(version.id(), company.head());
    processing.takeApproval(version.id());
    processing.putInForce(version.id());
    assertThat(order().state()).isEqualTo(PurchaseOrder.State.ISSUED);
  }

  @Test
  @Order(2)
  void anAnswerThatAgreesIsNotedAndOneThatDoesNotWaitsForABuyer() throws IOException {
    accepted(drop("orders", "A-02-order-response-accepted.xml"));
    assertThat(responses.open(company.id())).isEmpty();
    // in the samples every answer has the same number, as alternatives of one
    accepted(
        drop(
            "orders",
            "A-02b.xml",
            text("A-02b-order-response-changed.xml").replace(">OR-PO", ">OR-B-PO")));
    OrderResponse changed = responses.open(company.id()).get(0);
    assertThat(changed.answer()).isEqualTo(OrderResponse.Answer.CHANGED);
    assertThat(changed.lines().get(1).quantity()).isEqualByComparingTo("100");
    accepted(
        drop(
            "orders",
            "A-02c.xml",
            text("A-02c-order-response-rejected.xml").replace(">OR-PO", ">OR-C-PO")));
    assertThat(responses.open(company.id()))
        .extracting(OrderResponse::answer)
        .containsExactly(OrderResponse.Answer.CHANGED, OrderResponse.Answer.REJECTED);
    assertThat(
            drop(
                    "orders",
                    "A-02c again.xml",
                    text("A-02c-order-response-rejected.xml").replace(">OR-PO", ">OR-C-PO") + " ")
                .document()
                .state())
        .isEqualTo(InboxState.DUPLICATE);

    decisions.settle(
        changed.id(), OrderResponse.Decision.TAKE_OVER, "half is enough", company.buyer());
    OrderVersion change = orders.versions(order().id()).get(1);
    assertThat(change.reason()).contains("half is enough");
    assertThat(change.content().lines().get(1).quantity()).isEqualByComparingTo("100");
    assertThat(change.increase()).satisfies(more -> assertThat(more.isZero()).isTrue());
    decisions.settle(
        responses.open(company.id()).get(0).id(),
        OrderResponse.Decision.INSIST,
        "they phoned: a mistake",
        company.buyer());
    assertThat(responses.open(company.id())).isEmpty();
  }

  @Test
  @Order(3)
  void twoDespatchAdvicesMakeTheOrderComeInParts() throws IOException {
    accepted(drop("receipts", "A-03-despatch-partial.xml"));
    assertThat(outstanding()).containsExactly("0", "100", "12.5");
    InboxRecord again =
        drop("receipts", "A-03 again.xml", text("A-03-despatch-partial.xml") + "\n");
    assertThat(again.document().state()).isEqualTo(InboxState.DUPLICATE);
    assertThat(again.links()).hasSize(1);
    accepted(drop("receipts", "A-04-despatch-rest.xml"));
    assertThat(outstanding()).containsExactly("0", "0", "0");
    assertThat(receipts.of(order().id()))
        .extracting(Receipt::state, Receipt::source)
        .containsOnly(tuple(Receipt.State.RECORDED, Receipt.Source.DESPATCH_ADVICE));
  }

  @Test
  @Order(4)
  void aFileOfCountsIsTakenWholeOrNotAtAll() {
    InboxRecord faulty =
        drop(
            "receipts",
            "counts.csv",
            "order,line,quantity,reason\n%s,1,-2,damaged\n%s,9,1,\nPO-X,1,1,\n"
                .formatted(NUMBER, NUMBER));
    assertThat(faulty.document().state()).isEqualTo(InboxState.REJECTED);
    assertThat(faulty.errors())
        .extracting(Finding::place, Finding::code)
        .containsExactly(
            tuple("row 3", "procurement.receipt-file-line"),
            tuple("row 4", "procurement.receipt-file-order-unknown"));
    assertThat(outstanding()).containsExactly("0", "0", "0");

    accepted(
        drop(
            "receipts",
            "back.csv",
            "order;item;quantity;unit;reason\n%s;PP-A4-80;-2;XBX;damaged\n".formatted(NUMBER)));
    assertThat(outstanding()).containsExactly("2", "0", "0");
    InboxRecord over =
        drop(
            "receipts",
            "more.csv",
            "order,line,quantity,delivery_note,received_on\n%s,1,3,L-77,2026-03-20\n"
                .formatted(NUMBER));
    accepted(over);
    assertThat(over.warnings())
        .extracting(Finding::code)
        .containsExactly("procurement.receipt-held");
    assertThat(receipts.waiting(company.id(), Receipt.State.HELD)).hasSize(1);
    assertThat(outstanding()).containsExactly("2", "0", "0");
  }

  @Test
  @Order(5)
  void whereASuppliersWordIsNotEnoughItsAdviceOnlyAnnounces() throws IOException {
    rules.put(
        company.id(),
        new ReceiptRule(
            order().supplierId(),
            BigDecimal.ZERO,
            ReceiptRule.Beyond.HOLD,
            ReceiptRule.DespatchAdvice.ANNOUNCES),
        company.controller());
    accepted(
        drop(
            "receipts",
            "announced.xml",
            text("A-03-despatch-partial.xml").replace(">DA-A-1<", ">DA-A-9<")));
    assertThat(receipts.waiting(company.id(), Receipt.State.ANNOUNCED))
        .extracting(Receipt::deliveryNote)
        .containsExactly("DA-A-9");
    assertThat(outstanding()).containsExactly("2", "0", "0");
  }

  @Test
  @Order(6)
  void jsonIsTakenOverTooAndEveryFaultHasItsPlace() {
    String good =
        """
        {"number": "SHOP-9", "orderedOn": "2026-03-02", "supplier": {"name": "Palokka Paper Oy"},
         "currency": "EUR", "lines": [
           {"position": 10, "name": "Pens", "quantity": 12, "unit": "C62", "unitPrice": 0.80}]}\
        """;
    accepted(drop("orders", "shop.json", good));
    PurchaseOrder order = orders.byNumber(company.id(), "SHOP-9").orElseThrow();
    assertThat(order.lines().get(0).position()).isEqualTo(10);
    assertThat(order.total().amount()).isEqualByComparingTo("9.60");

    InboxRecord typo = drop("orders", "typo.json", good.replace("unitPrice", "unitprice"));
    assertThat(typo.errors()).extracting(Finding::place).containsExactly("lines/[0]/unitPrice");
    InboxRecord nobody =
        drop(
            "orders",
            "nobody.json",
            good.replace("Palokka", "Nobody's").replace("SHOP-9", "SHOP-10"));
    assertThat(nobody.errors())
        .extracting(Finding::code)
        .containsExactly("procurement.agreed-order-supplier");
  }

  @Test
  @Order(7)
  void hostileAndForeignDocumentsAreRefusedWithAReason() throws IOException {
    String order = text("A-01-order.xml");
    InboxRecord hostile =
        drop(
            "orders",
            "hostile.xml",
            order.replace("?>", "?><!DOCTYPE Order [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"));
    assertThat(hostile.errors()).extracting(Finding::code).containsExactly("ubl.unreadable");
    InboxRecord incomplete =
        drop(
            "orders",
            "incomplete.xml",
            order.replace("<cbc:ID>PO-2026-000117</cbc:ID>", "").replace(">0.385<", ">much<"));
    assertThat(incomplete.errors())
        .extracting(Finding::code)
        .contains("ubl.value-missing", "ubl.value-unusable");
    InboxRecord foreign =
        drop(
            "receipts",
            "foreign.xml",
            text("A-04-despatch-rest.xml")
                .replace("6412345000029", "6412345000036")
                .replace("Palokka Paper Oy", "Somebody Else Oy")
                .replace(">DA-A-2<", ">DA-A-3<"));
    assertThat(foreign.errors())
        .extracting(Finding::code)
        .contains("procurement.receipt-other-supplier");
  }

  private PurchaseOrder order() {
    return orders.byNumber(company.id(), NUMBER).orElseThrow();
  }

  private List<String> outstanding() {
    return order().lines().stream()
        .map(line -> line.quantityOutstanding().stripTrailingZeros())
        .map(each -> each.signum() == 0 ? "0" : each.toPlainString())
        .toList();
  }

  private static void accepted(InboxRecord record) {
    assertThat(record.document().state()).as("%s", record).isEqualTo(InboxState.ACCEPTED);
  }

  private InboxRecord drop(String channel, String file) throws IOException {
    return drop(channel, file, bytes(file));
  }

  private InboxRecord drop(String channel, String name, String content) {
    return drop(channel, name, content.getBytes(StandardCharsets.UTF_8));
  }

  private InboxRecord drop(String channel, String name, byte[] content) {
    UUID id = inbox.receive(company.id(), channel, name, content).id();
    await().atMost(Duration.ofSeconds(20)).until(() -> !inbox.show(id).document().state().isOpen());
    return inbox.show(id);
  }

  private static String text(String file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream content =
        OrderExchangeRouteTests.class.getResourceAsStream("/einvoice/" + file)) {
      return Objects.requireNonNull(content, file).readAllBytes();
    }
  }
}
