package org.countinghouse.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.countinghouse.procurement.OrderWorld.line;
import static org.countinghouse.procurement.OrderWorld.quantities;
import static org.countinghouse.procurement.OrderWorld.wish;
import static org.countinghouse.procurement.OrderWorld.with;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countinghouse.approvals.Approvals;
import org.countinghouse.approvals.Fact;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.procurement.OrderWorld.Company;
import org.countinghouse.procurement.PurchaseOrder.State;
import org.countinghouse.procurement.PurchaseOrders.Adoption;
import org.countinghouse.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
class OrderLifeTests {

  @Autowired OrderWorld world;
  @Autowired PurchaseOrders orders;
  @Autowired OrderDrafting drafting;
  @Autowired OrderProcessing processing;
  @Autowired OrderProgress progress;
  @Autowired OrderEndings endings;
  @Autowired Approvals approvals;

  @Test
  void aWishBecomesAnOrderByApprovalAndBuyer() {
    Company company = world.company();
    OrderVersion wish =
        drafting.request(
            company.id(), wish(null, line("Paper", "40", "18.95")), company.requester());
    assertThat(wish.reference()).isEqualTo("ORD-2026-000001");
    drafting.submit(wish.id(), company.requester());
    SubjectState subject = approvals.subject("purchase-order", wish.id());
    assertThat(subject.amount()).isEqualTo(eur("758.00"));
    assertThat(subject.costCentre()).isEqualTo("1000");
    assertThat(subject.inputs())
        .containsEntry("category", "OFFICE")
        .containsEntry("currency", "EUR")
        .containsEntry("kind", "ORDER");
    refused(() -> processing.takeApproval(wish.id()), "procurement.not-approved");
    world.approve(wish.id(), company.head());
    processing.takeApproval(wish.id());
    assertThat(orders.require(wish.orderId()).state()).isEqualTo(State.APPROVED);
    assertThat(processing.isPlaced(wish.id())).isFalse();

    PurchaseOrder asked = orders.require(wish.orderId());
    refused(
        () -> processing.agree(wish.id(), priced(company, asked, "18.00"), company.head()),
        "procurement.maker-is-checker");
    processing.agree(wish.id(), priced(company, asked, "18.00"), company.buyer());
    processing.settle(wish.id(), company.buyer());
    assertThat(processing.needsApproval(wish.id())).isFalse();
    PurchaseOrder issued = processing.putInForce(wish.id());

    assertThat(issued.state()).isEqualTo(State.ISSUED);
    assertThat(issued.total()).isEqualTo(eur("720.00"));
    assertThat(issued.buyer()).isEqualTo(company.buyer().username());
    assertThat(issued.requester()).isEqualTo(company.requester().username());
    assertThat(issued.supplierId()).isEqualTo(company.supplierId());
    assertThat(issued.lines().get(0).account()).isEqualTo("6815");
    assertThat(issued.lines().get(0).taxCode()).isEqualTo("V19");
    assertThat(orders.requireVersion(wish.id()).approvedBy()).isEqualTo(company.head().username());
  }

  @Test
  void whatABuyerAgreesDearerGoesToApprovalOfTheDifference() {
    Company company = world.company();
    OrderVersion wish =
        drafting.request(
            company.id(), wish(null, line("Paper", "40", "18.95")), company.requester());
    drafting.submit(wish.id(), company.requester());
    world.approve(wish.id(), company.head());
    processing.takeApproval(wish.id());
    PurchaseOrder asked = orders.require(wish.orderId());
    processing.agree(wish.id(), priced(company, asked, "20.00"), company.buyer());
    refused(() -> processing.putInForce(wish.id()), "procurement.not-approved");
    processing.settle(wish.id(), company.buyer());

    assertThat(orders.require(wish.orderId()).state()).isEqualTo(State.IN_APPROVAL);
    SubjectState subject = approvals.subject("purchase-order", wish.id());
    assertThat(subject.amount()).isEqualTo(eur("42.00"));
    assertThat(subject.makers())
        .contains(company.buyer().username(), company.requester().username());
    assertThat(subject.facts())
        .contains(
            Fact.of("order.totalBefore", "758.00 EUR"),
            Fact.of("line.unitPriceBefore", "1", "18.95 EUR"));
    refused(() -> processing.putInForce(wish.id()), "procurement.state");
    world.approve(wish.id(), company.head());
    processing.takeApproval(wish.id());
    assertThat(processing.putInForce(wish.id()).total()).isEqualTo(eur("800.00"));
  }

  @Test
  void aChangeNeedsApprovalOfWhatIsMoreAndNothingWhenItGetsCheaper() {
    Company company = world.company();
    PurchaseOrder order =
        world.issued(company, line("Paper", "40", "18.95"), line("Coffee", "10", "4.20"));

    OrderVersion cheaper =
        drafting.propose(order.id(), with(order, 1, "30", "18.95"), "Less needed", company.buyer());
    drafting.submit(cheaper.id(), company.buyer());
    assertThat(processing.needsApproval(cheaper.id())).isFalse();
    processing.takeApproval(cheaper.id());
    PurchaseOrder second = processing.putInForce(cheaper.id());
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.total()).isEqualTo(eur("610.50"));
    assertThat(second.lines().get(0).id()).isEqualTo(order.lines().get(0).id());

    OrderVersion more =
        drafting.propose(
            second.id(), with(second, 2, "20", "4.20"), "More guests", company.buyer());
    refused(
        () ->
            drafting.propose(second.id(), with(second, 1, "31", "18.95"), "Again", company.buyer()),
        "procurement.change-pending");
    drafting.submit(more.id(), company.buyer());
    assertThat(approvals.subject("purchase-order", more.id()).amount()).isEqualTo(eur("42.00"));
    assertThat(approvals.subject("purchase-order", more.id()).reference())
        .isEqualTo(order.number() + "/3");
    assertThat(orders.require(order.id()).total())
        .as("until it is approved")
        .isEqualTo(eur("610.50"));
    world.approve(more.id(), company.head());
    processing.takeApproval(more.id());
    assertThat(processing.putInForce(more.id()).total()).isEqualTo(eur("652.50"));
    assertThat(orders.versions(order.id()))
        .extracting(OrderVersion::state)
        .containsExactly(
            OrderVersion.State.REPLACED, OrderVersion.State.REPLACED, OrderVersion.State.IN_FORCE);
  }

  @Test
  @Transactional // counted by hand: there are no receipts and invoices to hold the books against
  void aChangeCannotUndoWhatHappened() {
    Company company = world.company();
    PurchaseOrder order = world.issued(company, line("Paper", "40", "18.95"));
    progress.received(order.id(), quantities(order, 1, "30"), company.buyer());
    refused(
        () -> drafting.propose(order.id(), with(order, 1, "29", "18.95"), "Less", company.buyer()),
        "procurement.below-received");
    refused(
        () ->
            drafting.propose(
                order.id(),
                wish(company.supplierId(), line("Other", "1", "1")),
                "Other",
                company.buyer()),
        "procurement.line-in-use");
    refused(
        () -> drafting.propose(order.id(), with(order, 1, "40", "18.95"), "Same", company.buyer()),
        "procurement.nothing-changed");
    refused(
        () -> endings.cancel(order.id(), "Not needed", company.buyer()), "procurement.received");
    refused(
        () -> endings.close(order.id(), "Enough", company.buyer()),
        "procurement.invoice-outstanding");
    progress.invoiced(order.id(), quantities(order, 1, "30"), company.buyer());
    PurchaseOrder closed = endings.close(order.id(), "Enough", company.buyer());
    assertThat(closed.state()).isEqualTo(State.CLOSED);
    assertThat(closed.endReason()).isEqualTo("Enough");
    refused(
        () -> progress.received(order.id(), quantities(order, 1, "1"), company.buyer()),
        "procurement.state");
    progress.returned(order.id(), quantities(order, 1, "2"), company.buyer());
    progress.invoiced(order.id(), quantities(order, 1, "-2"), company.buyer());
  }

  @Test
  @Transactional // counted by hand: there are no receipts and invoices to hold the books against
  void anOrderClosesItselfWhenAllCameAndIsInvoiced() {
    Company company = world.company();
    PurchaseOrder order =
        world.issued(
            company,
            line("Paper", "40", "18.95"),
            line(null, "Advice", "SERVICE", "2.5", "80", "2000"));
    progress.invoiced(order.id(), quantities(order, 1, "40", 2, "2.5"), company.buyer());
    assertThat(orders.require(order.id()).state()).as("goods are to come").isEqualTo(State.ISSUED);
    progress.received(order.id(), quantities(order, 1, "25"), company.buyer());
    PurchaseOrder complete =
        progress.received(order.id(), quantities(order, 1, "15"), company.buyer());
    assertThat(complete.state()).isEqualTo(State.CLOSED);
    refused(
        () -> progress.returned(order.id(), quantities(order, 1, "41"), company.buyer()),
        "procurement.returned-too-much");
  }

  @Test
  void anIssuedOrderNothingCameOfIsCancelledAndOneOnItsWayWithdrawn() {
    Company company = world.company();
    PurchaseOrder order = world.issued(company, line("Paper", "40", "18.95"));
    OrderVersion change =
        drafting.propose(order.id(), with(order, 1, "50", "18.95"), "More", company.buyer());
    PurchaseOrder cancelled = endings.cancel(order.id(), "Not needed", company.buyer());
    assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
    assertThat(orders.requireVersion(change.id()).state()).isEqualTo(OrderVersion.State.WITHDRAWN);

    OrderVersion wish =
        drafting.request(company.id(), wish(null, line("Pens", "1", "1")), company.requester());
    refused(() -> endings.cancel(wish.orderId(), "x", company.requester()), "procurement.reason");
    assertThat(endings.cancel(wish.orderId(), "Found some", company.requester()).state())
        .isEqualTo(State.CANCELLED);
    refused(() -> drafting.submit(wish.id(), company.requester()), "procurement.state");
  }

  @Test
  void aRejectedWishIsReworkedOrWithdrawn() {
    Company company = world.company();
    OrderVersion wish =
        drafting.request(company.id(), wish(null, line("Gold", "1", "900")), company.requester());
    drafting.submit(wish.id(), company.requester());
    processing.giveBack(wish.id(), "Too dear", company.head());
    assertThat(orders.require(wish.orderId()).state()).isEqualTo(State.REJECTED);
    drafting.reword(wish.id(), wish(null, line("Silver", "1", "90")), null, company.requester());
    drafting.submit(wish.id(), company.requester());
    assertThat(approvals.subject("purchase-order", wish.id()).amount()).isEqualTo(eur("90.00"));
    assertThat(orders.require(wish.orderId()).lines())
        .extracting(OrderLine::name)
        .containsExactly("Silver");
  }

  @Test
  void anOrderAgreedElsewhereKeepsItsNumberAndPassesTheSameApproval() {
    Company company = world.company();
    var adoption =
        new Adoption(
            "PO-2026-000117",
            LocalDate.of(2026, 3, 2),
            new OrderWish(
                company.supplierId(),
                OrderWorld.EUR,
                LocalDate.of(2026, 3, 16),
                null,
                List.of(
                    new OrderWish.Line(
                        null,
                        3,
                        "PP-A4",
                        "Copy paper",
                        null,
                        new java.math.BigDecimal("40"),
                        "XBX",
                        new java.math.BigDecimal("18.950"),
                        null,
                        "1000",
                        null,
                        null))),
            null);
    PurchaseOrder adopted = orders.adopt(company.id(), adoption, company.buyer());
    assertThat(adopted.number()).isEqualTo("PO-2026-000117");
    assertThat(adopted.state()).isEqualTo(State.IN_APPROVAL);
    OrderLine line = adopted.lineAt(3).orElseThrow();
    assertThat(line.category()).isEqualTo("OFFICE");
    assertThat(line.unitPrice()).isEqualByComparingTo("18.95");
    UUID versionId = orders.versions(adopted.id()).get(0).id();
    world.approve(versionId, company.head());
    processing.takeApproval(versionId);
    assertThat(processing.isPlaced(versionId)).isTrue();
    PurchaseOrder issued = processing.putInForce(versionId);
    assertThat(issued.orderedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(orders.byNumber(company.id(), " PO-2026-000117 ")).isPresent();

    refused(
        () -> orders.adopt(company.id(), adoption, company.buyer()), "procurement.number-taken");
    refused(
        () ->
            orders.adopt(
                company.id(),
                new Adoption("ORD-2026-000009", adoption.orderedOn(), adoption.wish(), null),
                company.buyer()),
        "procurement.number-invalid");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    Company company = world.company();
    var wrong =
        new OrderWish(
            null,
            OrderWorld.EUR,
            null,
            null,
            List.of(
                line(null, "", "OFFICE", "0", "-1", "1000"),
                line(null, "Thing", "NOPE", "1", "1.1234567", "1000")));
    BusinessException kept =
        catchThrowableOfType(
            BusinessException.class,
            () -> drafting.request(company.id(), wrong, company.requester()));
    assertThat(kept.findings())
        .extracting(Finding::code)
        .containsExactly(
            "procurement.name",
            "procurement.quantity",
            "procurement.price",
            "procurement.price",
            "procurement.category-unknown");

    var late =
        new OrderWish(
            null,
            OrderWorld.EUR,
            LocalDate.of(2020, 1, 1),
            null,
            List.of(
                new OrderWish.Line(
                    null,
                    null,
                    null,
                    "Thing",
                    "OFFICE",
                    java.math.BigDecimal.ONE,
                    "C62",
                    java.math.BigDecimal.ONE,
                    null,
                    null,
                    "P-9",
                    "X1")));
    OrderVersion draft = drafting.request(company.id(), late, company.requester());
    BusinessException handedIn =
        catchThrowableOfType(
            BusinessException.class, () -> drafting.submit(draft.id(), company.requester()));
    assertThat(handedIn.findings())
        .extracting(Finding::code)
        .containsExactly(
            "procurement.deliver-by",
            "procurement.dimension-missing",
            "procurement.project-unknown",
            "procurement.tax-code-unknown");
    assertThat(orders.require(draft.orderId()).state()).isEqualTo(State.DRAFT);
    assertThatThrownBy(() -> orders.require(Ids.next())).hasMessageContaining("no order");
  }

  private static OrderWish priced(Company company, PurchaseOrder order, String price) {
    OrderWish same = with(order, 1, "40", price);
    return new OrderWish(
        company.supplierId(), same.currency(), same.deliverBy(), same.note(), same.lines());
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private static void refused(ThrowingCallable call, String code) {
    assertThat(catchThrowableOfType(BusinessException.class, call).code().id()).isEqualTo(code);
  }
}
