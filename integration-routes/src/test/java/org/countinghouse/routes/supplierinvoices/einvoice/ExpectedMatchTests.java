package org.countinghouse.routes.supplierinvoices.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.matching.Difference;
import org.countinghouse.matching.Effect;
import org.countinghouse.matching.Limit;
import org.countinghouse.matching.Match;
import org.countinghouse.matching.MatchState;
import org.countinghouse.matching.Matching;
import org.countinghouse.matching.ToleranceBook;
import org.countinghouse.matching.Tolerances;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.NewSupplier;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesSetup;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.Receipt;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierChanges;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.routes.testing.RouteTest;
import org.countinghouse.tax.TaxCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What three-way matching does with each invoice of the chain that {@code expected-match.csv}
 * describes: one order, two deliveries, and everything suppliers make of it. Each row starts from a
 * company of its own.
 */
@RouteTest
class ExpectedMatchTests {

  private static final String ORDER = "PO-2026-000117";
  private static final String IBAN = "FI2112345600000785";
  private static final Actor INBOX = Actor.system("inbox");
  private static final Tolerances ONE_PERCENT =
      new Tolerances(Limit.percent("1"), Limit.NONE, BigDecimal.ZERO, new BigDecimal("0.01"));

  @Autowired EInvoiceReader reader;
  @Autowired OrderWorld world;
  @Autowired PurchaseOrders orders;
  @Autowired OrderProcessing processing;
  @Autowired Receipts receipts;
  @Autowired Suppliers suppliers;
  @Autowired SupplierChanges changes;
  @Autowired Payables payables;
  @Autowired PayablesSetup setup;
  @Autowired Invoices invoices;
  @Autowired Matching matching;
  @Autowired ToleranceBook book;

  private OrderWorld.Company company;
  private PurchaseOrder order;

  @TestFactory
  Stream<DynamicTest> everyInvoiceOfTheChainIsMatchedAsItsAuthorsExpect() throws IOException {
    try (var csv =
            new InputStreamReader(
                Objects.requireNonNull(
                    getClass().getResourceAsStream("/einvoice/expected-match.csv")),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> all = rows.stream().toList();
      assertThat(all).hasSize(17);
      return all.stream()
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row.getField("file") + ": " + row.getField("expected_match"),
                      () -> check(row)));
    }
  }

  private void check(NamedCsvRecord row) throws IOException {
    company();
    String file = row.getField("file").replaceFirst("^procurement/", "");
    switch (row.getField("expected_match")) {
      case "match (after both deliveries)" -> {
        deliverFirst();
        UUID id = received(file, row);
        assertThat(held(id)).containsOnly(Difference.NOT_RECEIVED);
        assertThat(state(id)).isEqualTo(MatchState.WAITING);
        deliverRest();
        posts(id);
        assertThat(order().state()).isEqualTo(PurchaseOrder.State.CLOSED);
      }
      case "match (partial)" -> {
        deliverFirst();
        posts(received(file, row));
        assertThat(order().state()).isEqualTo(PurchaseOrder.State.ISSUED);
      }
      case "match (rest); order then fully invoiced" -> {
        deliverFirst();
        posts(received("A-11-invoice-partial.xml", null));
        UUID id = received(file, row);
        assertThat(held(id)).containsOnly(Difference.NOT_RECEIVED);
        deliverRest();
        posts(id);
        assertThat(order().lines())
            .allMatch(line -> line.quantityInvoiced().compareTo(line.quantity()) == 0);
        assertThat(order().state()).isEqualTo(PurchaseOrder.State.CLOSED);
      }
      case "reject: duplicate invoice number" -> {
        received("A-10-invoice-full-match.xml", null);
        Receipt receipt = receive(file);
        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.DUPLICATE);
      }
      case "hold: suspected duplicate (order already fully invoiced)" -> {
        invoicedInFull();
        holds(file, row, Difference.DUPLICATE_SUSPECTED);
      }
      case "hold: quantity over order" -> {
        deliverAll();
        holds(file, row, Difference.QUANTITY_OVER);
      }
      case "hold: price variance" -> {
        deliverAll();
        book.set(company.id(), null, ONE_PERCENT, company.controller());
        holds(file, row, Difference.PRICE_OVER);
      }
      case "policy: within a 1 % tolerance match, else hold" -> {
        deliverAll();
        UUID id = received(file, row);
        assertThat(held(id)).containsOnly(Difference.PRICE_OVER);
        book.set(company.id(), null, ONE_PERCENT, company.controller());
        posts(id);
      }
      case "hold: unknown order" -> holds(file, row, Difference.ORDER_UNKNOWN);
      case "route to non-PO approval" -> {
        UUID id = received(file, row);
        assertThat(matching.match(id).state()).isEqualTo(MatchState.UNORDERED);
        assertThat(matching.find(id)).isEmpty();
      }
      case "hold: bank account changed (fraud check)" -> accountChanged(file, row);
      case "hold: currency differs from order" -> {
        deliverAll();
        holds(file, row, Difference.CURRENCY_DIFFERS);
      }
      case "hold: seller is not the order's supplier" -> {
        deliverAll();
        holds(file, row, Difference.SUPPLIER_DIFFERS);
      }
      case "hold: invoice date before order date" -> {
        deliverAll();
        holds(file, row, Difference.BEFORE_ORDER);
      }
      case "hold: line without order line" -> {
        deliverAll();
        holds(file, row, Difference.LINE_NOT_ORDERED);
      }
      case "credit against invoice 10" -> credited(file, row);
      case "hold: invoice unknown" -> {
        invoicedInFull();
        holds(file, row, Difference.INVOICE_UNKNOWN);
      }
      default -> fail("no test for: " + row.getField("expected_match"));
    }
  }

  private void accountChanged(String file, NamedCsvRecord row) throws IOException {
    deliverAll();
    UUID id = received(file, row);
    assertThat(held(id)).containsExactly(Difference.ACCOUNT_CHANGED);
    assertThat(state(id)).isEqualTo(MatchState.WAITING);
    SupplierChange change = changes.open(invoices.require(id).supplierId()).get(0);
    changes.verify(change.id(), "called the number known before", PayablesWorld.HEAD);
    posts(id);
  }

  private void credited(String file, NamedCsvRecord row) throws IOException {
    UUID full = invoicedInFull();
    UUID id = received(file, row);
    posts(id);
    assertThat(matching.find(id).orElseThrow().creditedInvoiceId()).isEqualTo(full);
    assertThat(order().lineAt(1).orElseThrow().quantityInvoiced()).isEqualByComparingTo("37");
    assertThat(matching.records(id))
        .singleElement()
        .satisfies(record -> assertThat(record.quantity()).isEqualByComparingTo("-3"));
  }

  private void holds(String file, NamedCsvRecord row, Difference difference) throws IOException {
    UUID id = received(file, row);
    assertThat(held(id)).contains(difference);
    assertThat(state(id)).isEqualTo(MatchState.HELD);
    assertThat(invoices.require(id).state()).isEqualTo(InvoiceState.RECEIVED);
  }

  /** Matches without anybody, and is in the books then with a record of every line. */
  private void posts(UUID id) {
    Matching.Outcome outcome = matching.match(id);
    assertThat(matching.find(id).orElseThrow().obstacles()).isEmpty();
    assertThat(outcome.isTouchless()).isTrue();
    matching.post(id);
    SupplierInvoice posted = invoices.require(id);
    assertThat(posted.state()).isEqualTo(InvoiceState.POSTED);
    assertThat(posted.approvalBasis()).isEqualTo(SupplierInvoice.MATCH);
    assertThat(state(id)).isEqualTo(MatchState.POSTED);
    assertThat(matching.records(id))
        .extracting(record -> record.position())
        .contains(invoices.details(id).lines().size());
    assertThat(matching.records(id)).allMatch(record -> record.receiptLineId() != null);
  }

  private List<Difference> held(UUID id) {
    matching.match(id);
    Match match = matching.find(id).orElseThrow();
    return match.remarks().stream()
        .filter(remark -> remark.effect() != Effect.NOTE)
        .map(remark -> remark.difference())
        .toList();
  }

  private MatchState state(UUID id) {
    return matching.find(id).orElseThrow().state();
  }

  private UUID received(String file, @Nullable NamedCsvRecord row) throws IOException {
    Receipt receipt = receive(file);
    assertThat(receipt.kind()).isEqualTo(Receipt.Kind.ACCEPTED);
    if (row != null) {
      SupplierInvoice invoice = invoices.require(receipt.invoiceId());
      assertThat(invoice.number()).isEqualTo(row.getField("number"));
      assertThat(invoice.totals().gross().amount()).isEqualByComparingTo(row.getField("gross"));
      assertThat(Objects.toString(invoice.orderReference(), "")).isEqualTo(row.getField("order"));
    }
    return receipt.invoiceId();
  }

  private Receipt receive(String file) throws IOException {
    return payables.receive(
        company.id(),
        reader.peek(EInvoiceReaderTests.bytes(file)).orElseThrow(),
        null,
        null,
        INBOX);
  }

  private UUID invoicedInFull() throws IOException {
    deliverAll();
    UUID id = received("A-10-invoice-full-match.xml", null);
    posts(id);
    return id;
  }

  private void deliverAll() {
    deliverFirst();
    deliverRest();
  }

  private void deliverFirst() {
    deliver(LocalDate.of(2026, 3, 16), 1, "40", 2, "100");
  }

  private void deliverRest() {
    deliver(LocalDate.of(2026, 3, 23), 2, "100", 3, "12.5");
  }

  private void deliver(LocalDate day, Object... quantities) {
    receipts.record(
        new NewReceipt(
            order.id(),
            day,
            null,
            org.countinghouse.procurement.receipts.Receipt.Source.PERSON,
            null,
            OrderWorld.quantities(order, quantities).entrySet().stream()
                .map(line -> new Counted(line.getKey(), line.getValue(), null))
                .toList()),
        company.requester());
  }

  private PurchaseOrder order() {
    return orders.require(order.id());
  }

  /** A company that ordered what A-01 says of Palokka Paper. */
  private void company() {
    company = world.company();
    taxCode("V24", "24", "1406");
    taxCode("V14", "14", "1401");
    UUID palokka =
        suppliers
            .adopt(
                company.id(),
                new NewSupplier(
                    new Party(
                        "Palokka Paper Oy",
                        "FI12345671",
                        null,
                        null,
                        new Party.Endpoint("0088", "6412345000029"),
                        new Party.PostalAddress("Tehtaankatu 5", null, "Jyväskylä", "40270", "FI")),
                    SupplierTerms.DEFAULT,
                    List.of(PayeeAccount.of(IBAN))),
                PayablesWorld.CLERK,
                PayablesWorld.HEAD)
            .id();
    var wish =
        new OrderWish(
            palokka,
            PayablesWorld.EUR,
            LocalDate.of(2026, 3, 16),
            null,
            List.of(
                line(1, "PP-A4-80", "Copy paper A4 80 g, box of 5", "40", "XBX", "18.95", "V24"),
                line(2, "PP-C5", "Envelope C5", "200", "C62", "0.385", "V24"),
                line(3, "PP-COF", "Coffee beans", "12.5", "KGM", "4.20", "V14")));
    PurchaseOrder adopted =
        orders.adopt(
            company.id(),
            new PurchaseOrders.Adoption(ORDER, LocalDate.of(2026, 3, 2), wish, null),
            company.buyer());
    UUID version = orders.versions(adopted.id()).get(0).id();
    world.approve(version, company.head());
    processing.takeApproval(version);
    order = processing.putInForce(version);
  }

  private static OrderWish.Line line(
      int position,
      String item,
      String name,
      String quantity,
      String unit,
      String price,
      String taxCode) {
    return new OrderWish.Line(
        null,
        position,
        item,
        name,
        "OFFICE",
        new BigDecimal(quantity),
        unit,
        new BigDecimal(price),
        null,
        "1000",
        null,
        taxCode);
  }

  private void taxCode(String code, String rate, String account) {
    setup.createTaxCode(
        new TaxCode(
            company.id(),
            code,
            code,
            "S",
            new BigDecimal(rate),
            TaxCode.Kind.RECOVERABLE,
            BigDecimal.ZERO,
            account,
            null),
        Actor.system("test"));
  }
}
