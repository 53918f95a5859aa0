package org.countinghouse.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.quantities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.matching.LineDecision.Kind;
import org.countinghouse.matching.MatchDecisions.Wanted;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Dispute;
import org.countinghouse.payables.Disputes;
import org.countinghouse.payables.InvoicePosting;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.Payables;
import org.countinghouse.payables.PayablesWorld;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.verification.BookVerifier;
import org.countinghouse.verification.CheckResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class MatchingTests {

  @Autowired OrderWorld world;
  @Autowired OrderDrafting drafting;
  @Autowired PurchaseOrders orders;
  @Autowired Receipts receipts;
  @Autowired Payables payables;
  @Autowired Invoices invoices;
  @Autowired InvoicePosting posting;
  @Autowired Disputes disputes;
  @Autowired Approvals approvals;
  @Autowired Matching matching;
  @Autowired MatchDecisions decisions;
  @Autowired ToleranceBook book;
  @Autowired ReceivedNotInvoiced owed;
  @Autowired Ledger ledger;
  @Autowired BookVerifier books;
  @Autowired JdbcTemplate jdbc;

  private Company company;
  private PurchaseOrder order;

  @BeforeEach
  void anOrderOfPaperAndCoffee() {
    company = world.company();
    order = world.issued(company, line("Paper", "40", "18.95"), line("Coffee", "10", "4.20"));
  }

  @Test
  void whatMatchesIsBookedWhereItWasOrderedForAndTakesTheOldestReceiptFirst() {
    deliver(1, "30");
    deliver(1, "10");
    UUID first = received(invoice("R-1", order.number(), stated(1, "35", "18.95")));
    touchless(first);
    assertThat(matching.records(first))
        .extracting(record -> record.quantity().intValue())
        .containsExactly(30, 5);
    assertThat(matching.records(first))
        .extracting(MatchRecord::net)
        .containsExactly(Money.of("568.50", "EUR"), Money.of("94.75", "EUR"));
    assertThat(
            ledger.lines(Objects.requireNonNull(invoices.require(first).journalId())).stream()
                .map(line -> line.account() + " " + line.costCentre() + " " + line.amount()))
        .contains("6815 1000 663.25 EUR");
    assertThat(order().lineAt(1).orElseThrow().quantityInvoiced()).isEqualByComparingTo("35");
    assertThat(owed.list(company.id(), order.orderedOn()))
        .extracting(ReceivedNotInvoiced.Line::amount)
        .containsExactly(Money.of("94.75", "EUR"));
    assertThat(owed.list(company.id(), LocalDate.of(2026, 2, 28))).isEmpty();
  }

  @Test
  void anInvoiceThatOnlyWaitsForApprovalTakesItsPartAllTheSame() {
    deliver(1, "40");
    UUID dear = received(invoice("R-1", order.number(), stated(1, "30", "20.00")));
    assertThat(matching.match(dear).state()).isEqualTo(MatchState.HELD);
    UUID second = received(invoice("R-2", order.number(), stated(1, "40", "18.95")));
    assertThat(matching.match(second).state()).isEqualTo(MatchState.MATCHED);
    UUID third = received(invoice("R-3", order.number(), stated(1, "10", "18.95")));
    assertThat(matching.match(third).state()).isEqualTo(MatchState.HELD);
    assertThat(differences(third))
        .contains(Difference.DUPLICATE_SUSPECTED, Difference.QUANTITY_OVER);
  }

  @Test
  void whatIsDecidedIsBookedAsInvoicedAndHeldBackUntilTheCreditNoteComes() {
    deliver(1, "40");
    UUID dear = received(invoice("R-1", order.number(), stated(1, "40", "20.00")));
    assertThat(matching.match(dear).state()).isEqualTo(MatchState.HELD);
    refused(() -> decisions.decide(dear, List.of(), company.buyer()), "matching.decision-missing");
    boolean coded =
        decisions.decide(
            dear,
            List.of(new Wanted(1, Kind.CREDIT_NOTE, null, "price was agreed")),
            company.buyer());
    assertThat(coded).isTrue();
    assertThat(invoices.require(dear).codedBy()).isEqualTo(company.buyer().username());
    // 42.00 too much, 19 % on top
    assertThat(disputes.of(dear))
        .extracting(Dispute::kind, Dispute::open)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Dispute.Kind.CREDIT_EXPECTED, Money.of("49.98", "EUR")));
    approve(dear);
    assertThat(held(dear)).isEqualByComparingTo("49.98");

    UUID credit = received(credit("G-1", "R-1", order.number(), stated(1, "40", "1.05")));
    Matching.Outcome outcome = matching.match(credit);
    assertThat(outcome.isTouchless()).isTrue();
    matching.post(credit);
    assertThat(held(dear)).isZero();
    assertThat(disputes.of(dear).get(0).closedAt()).isNotNull();
    assertThat(order().lineAt(1).orElseThrow().quantityInvoiced())
        .as("a credit of the price takes no quantity back")
        .isEqualByComparingTo("40");
    assertThat(books.verify())
        .filteredOn(check -> check.check().matches(".*(records-agree|held-back-and-deducted).*"))
        .hasSize(2)
        .allMatch(CheckResult::holds);
  }

  @Test
  void whatCannotStandAgainstTheOrderCannotBeAccepted() {
    UUID unknown = received(invoice("R-1", "PO-NOWHERE", stated(1, "1", "18.95")));
    matching.match(unknown);
    refused(
        () ->
            decisions.decide(
                unknown,
                List.of(new Wanted(null, Kind.ACCEPT, null, "never mind")),
                company.buyer()),
        "matching.not-acceptable");
    refused(
        () -> matching.choose(unknown, "PO-ELSEWHERE", "a guess", company.buyer()),
        "matching.choose-order");
    deliver(1, "1");
    matching.choose(unknown, order.number(), "a typing error of theirs", company.buyer());
    assertThat(matching.match(unknown).isTouchless()).isTrue();
  }

  @Test
  void anInvoiceCanBeTreatedAsOneWithoutOrder() {
    UUID unknown = received(invoice("R-1", "PO-NOWHERE", stated(1, "1", "18.95")));
    matching.match(unknown);
    matching.release(unknown, "ordered by telephone", company.buyer());
    assertThat(matching.find(unknown).orElseThrow().state()).isEqualTo(MatchState.UNORDERED);
    assertThat(matching.match(unknown).state()).isEqualTo(MatchState.UNORDERED);

    UUID credit = received(credit("G-1", "NEVER-SEEN", order.number(), stated(1, "1", "18.95")));
    assertThat(matching.match(credit).state()).isEqualTo(MatchState.HELD);
    matching.release(credit, "a bonus for the year", company.buyer());
    assertThat(matching.find(credit).orElseThrow().state()).isEqualTo(MatchState.UNORDERED);
  }

  @Test
  void aSuppliersOwnToleranceCountsInThePlaceOfTheOrganizations() {
    deliver(1, "40");
    book.set(company.id(), null, percent("5"), company.controller());
    book.set(company.id(), company.supplierId(), percent("1"), company.controller());
    UUID id = received(invoice("R-1", order.number(), stated(1, "40", "19.50")));
    assertThat(matching.match(id).state()).isEqualTo(MatchState.HELD);
    book.clear(company.id(), company.supplierId(), company.controller());
    assertThat(matching.match(id).isTouchless()).isTrue();
    assertThat(matching.find(id).orElseThrow().run()).isEqualTo(2);
    refused(
        () -> book.set(company.id(), null, percent("101"), company.controller()),
        "matching.tolerance-invalid");
  }

  @Test
  void anInvoiceOfAnOrderNotIssuedWaits() {
    PurchaseOrder draft =
        orders.require(
            drafting
                .request(
                    company.id(),
                    OrderWorld.wish(company.supplierId(), line("Paper", "1", "18.95")),
                    company.buyer())
                .orderId());
    UUID id = received(invoice("R-1", draft.number(), stated(1, "1", "18.95")));
    assertThat(matching.match(id).state()).isEqualTo(MatchState.WAITING);
    assertThat(differences(id)).containsExactly(Difference.ORDER_NOT_ISSUED);
  }

  @Test
  void aCreditNoteNeverGivesBackMoreThanIsLeft() {
    deliver(1, "40");
    UUID full = received(invoice("R-1", order.number(), stated(1, "10", "18.95")));
    UUID early = received(credit("G-0", "R-1", order.number(), stated(1, "1", "18.95")));
    assertThat(matching.match(early).state()).isEqualTo(MatchState.WAITING);
    assertThat(matching.isAwaited(company.id(), full)).isTrue();
    touchless(full);
    touchless(early);
    UUID over = received(credit("G-1", "R-1", order.number(), stated(1, "10", "18.95")));
    assertThat(matching.match(over).state()).isEqualTo(MatchState.HELD);
    assertThat(differences(over)).contains(Difference.CREDIT_OVER, Difference.CREDIT_QUANTITY_OVER);
    UUID rest = received(credit("G-2", "R-1", order.number(), stated(1, "9", "18.95")));
    touchless(rest);
    assertThat(order().lineAt(1).orElseThrow().quantityInvoiced()).isEqualByComparingTo("0");
  }

  @Test
  void anInvoiceThatForgetsWhatWasPaidAheadIsHeld() {
    UUID ahead =
        received(
            in(
                invoice("V-1", order.number(), stated(1, "10", "18.95")),
                Money.zero(PayablesWorld.EUR),
                true));
    assertThat(matching.match(ahead).state()).isEqualTo(MatchState.HELD);
    assertThat(differences(ahead)).containsExactly(Difference.PREPAYMENT);
    assertThat(
            decisions.decide(
                ahead,
                List.of(new Wanted(null, Kind.ACCEPT, null, "agreed in the order")),
                company.buyer()))
        .as("a prepayment is coded by hand")
        .isFalse();
  }

  @Test
  void whatWasMatchedAndDecidedCannotBeChanged() {
    deliver(1, "40");
    UUID id = received(invoice("R-1", order.number(), stated(1, "40", "20.00")));
    matching.match(id);
    for (String table : List.of("match_runs", "match_lines", "match_remarks", "match_records")) {
      assertThatExceptionOfType(DataAccessException.class)
          .as(table)
          .isThrownBy(() -> jdbc.update("delete from finance." + table));
    }
  }

  private void approve(UUID id) {
    posting.post(
        id,
        ContentHash.of(approvals.subject("supplier-invoice", id).facts()),
        company.controller());
  }

  private void touchless(UUID id) {
    assertThat(matching.match(id).isTouchless()).isTrue();
    matching.post(id);
    assertThat(matching.find(id).orElseThrow().state()).isEqualTo(MatchState.POSTED);
  }

  private List<Difference> differences(UUID id) {
    return matching.find(id).orElseThrow().obstacles().stream().map(Remark::difference).toList();
  }

  private BigDecimal held(UUID id) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select disputed_amount from finance.payable_items where invoice_id = ?",
            BigDecimal.class,
            id));
  }

  private PurchaseOrder order() {
    return orders.require(order.id());
  }

  private void deliver(Object... pairs) {
    receipts.record(
        new NewReceipt(
            order.id(),
            LocalDate.of(2026, 3, 1),
            null,
            Receipt.Source.PERSON,
            null,
            quantities(order, pairs).entrySet().stream()
                .map(line -> new Counted(line.getKey(), line.getValue(), null))
                .toList()),
        company.requester());
  }

  private UUID received(ReceivedInvoice received) {
    return payables.receive(company.id(), received, null, null, PayablesWorld.INBOX).invoiceId();
  }

  private static Tolerances percent(String percent) {
    return new Tolerances(
        Limit.percent(percent), Limit.NONE, BigDecimal.ZERO, new BigDecimal("0.01"));
  }

  private static ReceivedLine stated(int orderLine, String quantity, String price) {
    BigDecimal net =
        new BigDecimal(quantity)
            .multiply(new BigDecimal(price))
            .setScale(2, java.math.RoundingMode.HALF_UP);
    return new ReceivedLine(
        ReceivedLine.Kind.ITEM,
        Integer.toString(orderLine),
        "Something",
        null,
        new BigDecimal(quantity),
        "C62",
        new BigDecimal(price),
        new Money(net, PayablesWorld.EUR),
        "S",
        new BigDecimal("19"),
        Integer.toString(orderLine));
  }

  private ReceivedInvoice invoice(String number, String orderNumber, ReceivedLine... lines) {
    return document(number, InvoiceType.INVOICE, orderNumber, null, List.of(lines));
  }

  private ReceivedInvoice credit(
      String number, String preceding, String orderNumber, ReceivedLine... lines) {
    return document(number, InvoiceType.CREDIT_NOTE, orderNumber, preceding, List.of(lines));
  }

  private static ReceivedInvoice document(
      String number,
      InvoiceType type,
      String orderNumber,
      @Nullable String preceding,
      List<ReceivedLine> lines) {
    Money net = Money.zero(PayablesWorld.EUR);
    for (ReceivedLine line : lines) {
      net = net.plus(line.net());
    }
    Money vat = net.times(new BigDecimal("0.19"), java.math.RoundingMode.HALF_UP);
    ReceivedInvoice plain =
        PayablesWorld.invoice(
            number,
            type,
            PayablesWorld.seller("Elbe Papier GmbH", "DE136695976"),
            new ArrayList<>(lines),
            List.of(
                PayablesWorld.tax(
                    "S", "19", net.amount().toPlainString(), vat.amount().toPlainString())));
    return new ReceivedInvoice(
        plain.number(),
        LocalDate.now(java.time.ZoneId.of("Europe/Berlin")),
        null,
        plain.type(),
        plain.currency(),
        plain.seller(),
        plain.buyer(),
        plain.lines(),
        plain.taxes(),
        plain.totals(),
        List.of(),
        orderNumber,
        null,
        preceding,
        null);
  }

  private static ReceivedInvoice in(ReceivedInvoice plain, Money prepaid, boolean prepayment) {
    ReceivedInvoice.Totals all = plain.totals();
    return new ReceivedInvoice(
        plain.number(),
        plain.issuedOn(),
        null,
        plain.type(),
        plain.currency(),
        plain.seller(),
        plain.buyer(),
        plain.lines(),
        plain.taxes(),
        new ReceivedInvoice.Totals(
            all.net(), all.tax(), all.gross(), prepaid, all.gross().minus(prepaid)),
        List.of(),
        plain.orderReference(),
        null,
        null,
        null,
        prepayment,
        List.of());
  }

  private static void refused(Runnable call, String code) {
    assertThatExceptionOfType(BusinessException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.code().id()).isEqualTo(code));
  }
}
