package org.countinghouse.procurement.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.countinghouse.procurement.OrderWorld.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderWorld;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Receipt.Decision;
import org.countinghouse.procurement.receipts.Receipt.State;
import org.countinghouse.procurement.receipts.ReceiptRule.Beyond;
import org.countinghouse.procurement.receipts.ReceiptRule.DespatchAdvice;
import org.countinghouse.testing.DatabaseTest;
import org.countinghouse.testing.TestOrganizations;
import org.countinghouse.verification.BookVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptTests {

  @Autowired OrderWorld world;
  @Autowired TestOrganizations people;
  @Autowired PurchaseOrders orders;
  @Autowired Receipts receipts;
  @Autowired Returns returns;
  @Autowired Corrections corrections;
  @Autowired ReceiptDecisions decisions;
  @Autowired ReceiptRules rules;
  @Autowired BookVerifier verifier;
  @Autowired JdbcTemplate jdbc;

  private Company company;
  private Actor warehouse;
  private PurchaseOrder order;

  @BeforeEach
  void orderOfPaperAndEnvelopes() {
    company = world.company();
    warehouse = people.user("warehouse", company.organization(), "warehouse");
    order = world.issued(company, line("Paper", "40", "18.95"), line("Envelopes", "200", "0.385"));
  }

  @Test
  void anOrderComesInParts() {
    Receipt first = receive("DA-1", "40", "100");
    assertThat(first.state()).isEqualTo(State.RECORDED);
    assertThat(first.number()).matches("GR-\\d{4}-\\d{6}");
    assertThat(outstanding()).containsExactly("0", "100");
    Receipt rest = receive("DA-2", null, "100");
    assertThat(rest.lines()).hasSize(1);
    assertThat(outstanding()).containsExactly("0", "0");
    assertThat(receipts.of(order.id())).extracting(Receipt::number).hasSize(2);
    assertThat(receipts.delivery(order.id(), "DA-1")).contains(first);
  }

  @Test
  void aDeliveryNoteCountsOnceWhoeverReportsIt() {
    Receipt first = receive("DA-1", "10", null);
    refused(() -> receive(" DA-1 ", "10", null), "procurement.receipt-duplicate");
    assertThat(outstanding()).containsExactly("30", "200");

    corrections.correct(first.id(), "counted the wrong pallet", warehouse);
    receive("DA-1", "12", null);
    assertThat(outstanding()).containsExactly("28", "200");
  }

  @Test
  void whatIsBeyondTheOrderWaitsForABuyerWhoDidNotCountIt() {
    Receipt held = receive(null, "43", "200");
    assertThat(held.state()).isEqualTo(State.HELD);
    assertThat(outstanding()).containsExactly("40", "200");
    assertThat(receipts.waiting(company.id(), State.HELD)).contains(held);
    refused(
        () -> decisions.decide(held.id(), Decision.ACCEPT, "we need them", warehouse),
        "procurement.receipt-decider-is-recorder");
    refused(
        () -> decisions.decide(held.id(), Decision.ACCEPT, " ", company.buyer()),
        "procurement.receipt-reason");

    Receipt decided =
        decisions.decide(held.id(), Decision.CUT, "three boxes go back", company.buyer());
    assertThat(decided.state()).isEqualTo(State.RECORDED);
    assertThat(quantity(decided, 1)).isEqualByComparingTo("40");
    assertThat(decided.lines().get(0).delivered()).isEqualByComparingTo("43");
    assertThat(outstanding()).containsExactly("0", "0");
    refused(
        () -> decisions.decide(held.id(), Decision.ACCEPT, "after all", company.buyer()),
        "procurement.receipt-state");
  }

  @Test
  void aBuyerMayKeepAllOrNothing() {
    Receipt more = receive("A", "41", null);
    decisions.decide(more.id(), Decision.ACCEPT, "we need them", company.buyer());
    assertThat(current(1).quantityReceived()).isEqualByComparingTo("41");
    Receipt again = receive("B", "1", null);
    refused(
        () -> decisions.decide(again.id(), Decision.CUT, "what is left", company.buyer()),
        "procurement.receipt-nothing-to-keep");
    decisions.decide(again.id(), Decision.REFUSE, "not ours", company.buyer());
    assertThat(receipts.require(again.id()).state()).isEqualTo(State.REFUSED);
    assertThat(current(1).quantityReceived()).isEqualByComparingTo("41");
  }

  @Test
  void aToleranceIsOfTheSupplierBeforeTheOrganization() {
    rule(order.supplierId(), "5", Beyond.REFUSE);
    assertThat(receive(null, "42", null).state()).isEqualTo(State.RECORDED);
    BusinessException refusal =
        refused(() -> receive(null, "1", "211"), "procurement.receipt-over-delivery");
    assertThat(refusal.findings()).extracting(Finding::place).containsExactly("line 1", "line 2");
    rule(order.supplierId(), "10", Beyond.HOLD);
    assertThat(receive(null, "2", "220").state()).isEqualTo(State.RECORDED);
    assertThat(rules.of(company.id(), null)).isEqualTo(ReceiptRule.DEFAULT);
    rules.remove(company.id(), order.supplierId(), company.controller());
    assertThat(rules.of(company.id(), order.supplierId())).isEqualTo(ReceiptRule.DEFAULT);
    refused(() -> rule(null, "1001", Beyond.HOLD), "procurement.receipt-rule-invalid");
  }

  @Test
  void goodsGoBackWithAReasonAndAreExpectedAnew() {
    receive(null, "40", "50");
    Receipt back = giveBack("4", "damaged");
    assertThat(back.number()).startsWith("RT-");
    assertThat(outstanding()).containsExactly("4", "150");
    refused(() -> giveBack("37", "damaged too"), "procurement.return-above-kept");
    refused(() -> giveBack("1", " "), "procurement.receipt-reason");
    receive(null, "4", null);
    assertThat(outstanding()).containsExactly("0", "150");
  }

  @Test
  void aWrongReceiptIsUndoneOnceByItsMirrorImage() {
    Receipt wrong = receive("DA-9", "40", "200");
    Receipt mirror = corrections.correct(wrong.id(), "it was another order", warehouse);
    assertThat(mirror.correctsId()).isEqualTo(wrong.id());
    assertThat(quantity(mirror, 1)).isEqualByComparingTo("-40");
    assertThat(outstanding()).containsExactly("40", "200");
    assertThat(receipts.require(wrong.id()).corrected()).isTrue();
    refused(
        () -> corrections.correct(wrong.id(), "once more", warehouse),
        "procurement.receipt-corrected");
    refused(
        () -> corrections.correct(mirror.id(), "back again", warehouse),
        "procurement.receipt-is-correction");

    receive(null, "10", null);
    Receipt back = giveBack("10", "wrong colour");
    Receipt kept = corrections.correct(back.id(), "it was kept after all", warehouse);
    assertThat(quantity(kept, 1)).isEqualByComparingTo("-10");
    assertThat(current(1).quantityReturned()).isEqualByComparingTo("0");
    assertThat(findings()).isEmpty();
  }

  @Test
  void aReceiptWhoseGoodsWentBackIsNotUndone() {
    Receipt receipt = receive(null, "10", null);
    giveBack("4", "damaged");
    refused(
        () -> corrections.correct(receipt.id(), "wrong", warehouse),
        "procurement.receipt-returned");
  }

  @Test
  void whatIsAnnouncedCountsWhenItCame() {
    var advice =
        new NewReceipt(
            order.id(),
            LocalDate.now(),
            "ASN-7",
            Receipt.Source.DESPATCH_ADVICE,
            null,
            counted("40", "200"));
    Receipt announced = receipts.announce(advice, Actor.system("inbox"));
    assertThat(announced.number()).startsWith("DA-");
    assertThat(outstanding()).containsExactly("40", "200");
    refused(
        () -> receipts.announce(advice, Actor.system("inbox")), "procurement.receipt-duplicate");

    receive("ASN-7", "39", "200");
    assertThat(receipts.require(announced.id()).state()).isEqualTo(State.CONFIRMED);
    assertThat(outstanding()).containsExactly("1", "0");
  }

  @Test
  void countsMayBeInAnotherUnitOfTheSameKind() {
    Receipt dozen =
        receipts.record(
            received(null, List.of(new Counted(lineId(1), new BigDecimal("2"), "DZN"))), warehouse);
    assertThat(quantity(dozen, 1)).isEqualByComparingTo("24");
    assertThat(dozen.lines().get(0).statedUnit()).isEqualTo("DZN");
    refused(
        () ->
            receipts.record(
                received(null, List.of(new Counted(lineId(1), BigDecimal.ONE, "KGM"))), warehouse),
        "procurement.receipt-unit");
  }

  @Test
  void nonsenseIsRefusedWithEveryFault() {
    refused(
        () -> receipts.record(received(null, List.of()), warehouse), "procurement.receipt-nothing");
    refused(() -> receive(null, "0", "-1"), "procurement.receipt-quantity");
    assertThat(refused(() -> receive(null, "0", "-1"), "procurement.receipt-quantity").findings())
        .hasSize(2);
    var twice = List.of(new Counted(lineId(1), BigDecimal.ONE, null));
    refused(
        () -> receipts.record(received(null, List.of(twice.get(0), twice.get(0))), warehouse),
        "procurement.receipt-line-twice");
    var tomorrow =
        new NewReceipt(
            order.id(), LocalDate.now().plusDays(2), null, Receipt.Source.PERSON, null, twice);
    refused(() -> receipts.record(tomorrow, warehouse), "procurement.receipt-date");
  }

  @Test
  void nobodyRewritesAReceiptNotEvenByHand() {
    Receipt receipt = receive(null, "10", null);
    assertThat(
            catchThrowableOfType(
                DataAccessException.class,
                () ->
                    jdbc.update(
                        "update procurement.receipt_lines set quantity = 5 where receipt_id = ?",
                        receipt.id())))
        .hasMessageContaining("correct it by another one");
    assertThat(
            catchThrowableOfType(
                DataAccessException.class,
                () -> jdbc.update("delete from procurement.receipts where id = ?", receipt.id())))
        .hasMessageContaining("is refused");
  }

  private List<String> findings() {
    return verifier.verify().stream()
        .filter(check -> check.check().startsWith("procurement/"))
        .flatMap(check -> check.violations().stream())
        .filter(violation -> violation.contains(company.id().toString()))
        .toList();
  }

  private Receipt receive(String note, String paper, String envelopes) {
    return receipts.record(received(note, counted(paper, envelopes)), warehouse);
  }

  private NewReceipt received(String note, List<Counted> lines) {
    return new NewReceipt(order.id(), LocalDate.now(), note, Receipt.Source.PERSON, null, lines);
  }

  private List<Counted> counted(String paper, String envelopes) {
    var lines = new ArrayList<Counted>();
    if (paper != null) {
      lines.add(new Counted(lineId(1), new BigDecimal(paper), null));
    }
    if (envelopes != null) {
      lines.add(new Counted(lineId(2), new BigDecimal(envelopes), "C62"));
    }
    return lines;
  }

  private Receipt giveBack(String paper, String reason) {
    return returns.record(
        new NewReturn(
            order.id(), LocalDate.now(), reason, Receipt.Source.PERSON, null, counted(paper, null)),
        warehouse);
  }

  private void rule(UUID supplierId, String percent, Beyond beyond) {
    rules.put(
        company.id(),
        new ReceiptRule(supplierId, new BigDecimal(percent), beyond, DespatchAdvice.RECEIVES),
        company.controller());
  }

  private UUID lineId(int position) {
    return order.lineAt(position).orElseThrow().id();
  }

  private OrderLine current(int position) {
    return orders.require(order.id()).lineAt(position).orElseThrow();
  }

  private List<String> outstanding() {
    return orders.require(order.id()).lines().stream()
        .map(each -> Receipts.plain(each.quantityOutstanding()))
        .toList();
  }

  private BigDecimal quantity(Receipt receipt, int position) {
    return receipt.lines().stream()
        .filter(each -> each.orderLineId().equals(lineId(position)))
        .findFirst()
        .orElseThrow()
        .quantity();
  }

  private static BusinessException refused(ThrowingCallable call, String code) {
    BusinessException refusal = catchThrowableOfType(BusinessException.class, call);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code().id()).isEqualTo(code);
    return refusal;
  }
}
