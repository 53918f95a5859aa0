package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.procurement.receipts.Corrections;
import org.countinghouse.procurement.receipts.NewReceipt;
import org.countinghouse.procurement.receipts.NewReturn;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptDecisions;
import org.countinghouse.procurement.receipts.Receipts;
import org.countinghouse.procurement.receipts.Returns;
import org.countinghouse.server.api.procurement.ReceiptViews.DecisionBody;
import org.countinghouse.server.api.procurement.ReceiptViews.ReasonBody;
import org.countinghouse.server.api.procurement.ReceiptViews.ReceiptBody;
import org.countinghouse.server.api.procurement.ReceiptViews.ReceiptView;
import org.countinghouse.server.api.procurement.ReceiptViews.ReturnBody;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of orders and what went back. */
@RestController
@RequestMapping("/api/procurement")
class ReceiptController {

  private static final String READ = "procurement.receipt:read";
  private static final String RECORD = "procurement.receipt:record";
  private static final String DECIDE = "procurement.receipt:decide";

  private final PurchaseOrders orders;
  private final Receipts receipts;
  private final Returns returns;
  private final Corrections corrections;
  private final ReceiptDecisions decisions;
  private final Organizations organizations;
  private final Clock clock;

  ReceiptController(
      PurchaseOrders orders,
      Receipts receipts,
      Returns returns,
      Corrections corrections,
      ReceiptDecisions decisions,
      Organizations organizations,
      Clock clock) {
    this.orders = orders;
    this.receipts = receipts;
    this.returns = returns;
    this.corrections = corrections;
    this.decisions = decisions;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** Everything recorded, announced or held for an order, the oldest first. */
  @GetMapping("/orders/{id}/receipts")
  List<ReceiptView> ofOrder(@PathVariable UUID id, Caller caller) {
    PurchaseOrder order = orders.require(id);
    caller.require(READ, order.organizationId());
    return receipts.of(id).stream().map(receipt -> ReceiptView.of(receipt, order)).toList();
  }

  /** Records what came. The answer says whether it counts or is held for a buyer. */
  @PostMapping("/orders/{id}/receipts")
  ResponseEntity<ReceiptView> record(
      @PathVariable UUID id, @RequestBody @Valid ReceiptBody body, Caller caller) {
    PurchaseOrder order = orders.require(id);
    caller.require(RECORD, order.organizationId());
    return created(
        receipts.record(
            new NewReceipt(
                id,
                orToday(body.receivedOn(), order),
                body.deliveryNote(),
                Receipt.Source.PERSON,
                null,
                ReceiptViews.counted(order, body.lines())),
            caller.actor()),
        order);
  }

  /** Records what goes back. */
  @PostMapping("/orders/{id}/returns")
  ResponseEntity<ReceiptView> giveBack(
      @PathVariable UUID id, @RequestBody @Valid ReturnBody body, Caller caller) {
    PurchaseOrder order = orders.require(id);
    caller.require(RECORD, order.organizationId());
    return created(
        returns.record(
            new NewReturn(
                id,
                orToday(body.returnedOn(), order),
                body.reason(),
                Receipt.Source.PERSON,
                null,
                ReceiptViews.counted(order, body.lines())),
            caller.actor()),
        order);
  }

  /** What waits: held for a buyer, or announced; at most 500. */
  @GetMapping("/receipts")
  List<ReceiptView> waiting(
      @RequestParam String organization,
      @RequestParam(defaultValue = "HELD") Receipt.State state,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return receipts.waiting(where.id(), state).stream().map(this::view).toList();
  }

  /** A receipt, return or announcement. */
  @GetMapping("/receipts/{id}")
  ReceiptView show(@PathVariable UUID id, Caller caller) {
    return view(required(id, READ, caller));
  }

  /** Undoes a receipt or return by its mirror image. */
  @PostMapping("/receipts/{id}/corrections")
  ResponseEntity<ReceiptView> correct(
      @PathVariable UUID id, @RequestBody @Valid ReasonBody body, Caller caller) {
    Receipt wrong = required(id, RECORD, caller);
    Receipt mirror = corrections.correct(id, body.reason(), caller.actor());
    return created(mirror, orders.require(wrong.orderId()));
  }

  /** Decides about a held delivery. */
  @PostMapping("/receipts/{id}/decisions")
  ReceiptView decide(@PathVariable UUID id, @RequestBody @Valid DecisionBody body, Caller caller) {
    required(id, DECIDE, caller);
    return view(decisions.decide(id, body.decision(), body.reason(), caller.actor()));
  }

  private Receipt required(UUID id, String permission, Caller caller) {
    Receipt receipt = receipts.require(id);
    caller.require(permission, receipt.organizationId());
    return receipt;
  }

  private ReceiptView view(Receipt receipt) {
    return ReceiptView.of(receipt, orders.require(receipt.orderId()));
  }

  private LocalDate orToday(@Nullable LocalDate day, PurchaseOrder order) {
    return day == null
        ? LocalDate.now(clock.withZone(organizations.byId(order.organizationId()).zone()))
        : day;
  }

  private static ResponseEntity<ReceiptView> created(Receipt receipt, PurchaseOrder order) {
    return ResponseEntity.created(URI.create("/api/procurement/receipts/" + receipt.id()))
        .body(ReceiptView.of(receipt, order));
  }
}
