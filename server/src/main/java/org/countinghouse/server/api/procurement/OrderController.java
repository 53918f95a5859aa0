package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.organizations.Project;
import org.countinghouse.payables.SupplierState;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.Categories;
import org.countinghouse.procurement.Category;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderEndings;
import org.countinghouse.procurement.OrderFilter;
import org.countinghouse.procurement.OrderPreview;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.server.api.procurement.OrderViews.AccountOption;
import org.countinghouse.server.api.procurement.OrderViews.Amount;
import org.countinghouse.server.api.procurement.OrderViews.AssessmentView;
import org.countinghouse.server.api.procurement.OrderViews.CommitmentView;
import org.countinghouse.server.api.procurement.OrderViews.Options;
import org.countinghouse.server.api.procurement.OrderViews.OrderEntry;
import org.countinghouse.server.api.procurement.OrderViews.OrderView;
import org.countinghouse.server.api.procurement.OrderViews.RoomView;
import org.countinghouse.server.api.procurement.OrderViews.TaxOption;
import org.countinghouse.server.api.procurement.OrderViews.VersionView;
import org.countinghouse.server.security.Caller;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders: wanted, listed, changed, closed and cancelled. */
@RestController
@RequestMapping("/api/procurement")
class OrderController {

  static final String READ = "procurement.order:read";
  static final String REQUEST = "procurement.order:request";
  static final String PLACE = OrderDrafting.PLACE;

  private final PurchaseOrders orders;
  private final OrderDrafting drafting;
  private final OrderPreview preview;
  private final OrderEndings endings;
  private final Categories categories;
  private final Organizations organizations;
  private final Suppliers suppliers;
  private final TaxCodes taxCodes;
  private final ChartOfAccounts chart;
  private final OrderPresenter presenter;

  OrderController(
      PurchaseOrders orders,
      OrderDrafting drafting,
      OrderPreview preview,
      OrderEndings endings,
      Categories categories,
      Organizations organizations,
      Suppliers suppliers,
      TaxCodes taxCodes,
      ChartOfAccounts chart,
      OrderPresenter presenter) {
    this.orders = orders;
    this.drafting = drafting;
    this.preview = preview;
    this.endings = endings;
    this.categories = categories;
    this.organizations = organizations;
    this.suppliers = suppliers;
    this.taxCodes = taxCodes;
    this.chart = chart;
    this.presenter = presenter;
  }

  /** Why. */
  record Reason(@NotBlank @Size(min = 3, max = 2000) String reason) {}

  /**
   * Orders, the newest first; at most 500 a page.
   *
   * @param state one or several; absent: any
   * @param text part of the number, or of what is ordered
   * @param mine only what the caller asked for
   */
  @GetMapping("/orders")
  List<OrderEntry> list(
      @RequestParam String organization,
      @RequestParam(defaultValue = "") Set<PurchaseOrder.State> state,
      @RequestParam(required = false) @Nullable UUID supplier,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "0") int offset,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return orders
        .list(
            new OrderFilter(
                where.id(), state, supplier, mine ? caller.username() : null, text, limit, offset))
        .stream()
        .map(OrderEntry::of)
        .toList();
  }

  /** What can be ordered, on whose account, from whom. */
  @GetMapping("/orders/options")
  Options options(@RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, REQUEST);
    return new Options(
        where.baseCurrency().getCurrencyCode(),
        categories.list(where.id()).stream().filter(Category::active).toList(),
        chart.accounts(where.id()).stream()
            .filter(OrderController::canBeOrderedOn)
            .map(account -> new AccountOption(account.code(), account.name()))
            .toList(),
        organizations.costCentres(where.id()),
        organizations.projects(where.id()).stream().filter(Project::open).toList(),
        taxCodes.list(where.id(), TaxCode.Usage.PURCHASE).stream()
            .map(code -> new TaxOption(code.code(), code.name()))
            .toList(),
        suppliers.list(where.id(), null).stream()
            .filter(supplier -> supplier.state() == SupplierState.ACTIVE)
            .map(OrderPresenter::supplier)
            .toList());
  }

  private static boolean canBeOrderedOn(Account account) {
    return account.postable()
        && account.active()
        && account.controlledBy() == null
        && (account.type() == AccountType.EXPENSE || account.type() == AccountType.ASSET);
  }

  /** An order with every version it had. */
  @GetMapping("/orders/{id}")
  OrderView show(@PathVariable UUID id, Caller caller) {
    caller.require(READ, orders.require(id).organizationId());
    return presenter.order(id);
  }

  /**
   * What would become of an order: everything wrong, what is left of its budgets, what would need
   * approval. Nothing is stored.
   *
   * @param order the order it would change; absent for a new one
   */
  @PostMapping("/orders/checks")
  AssessmentView check(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable UUID order,
      @RequestBody @Valid OrderBody body,
      Caller caller) {
    Organization where = caller.organization(organization, REQUEST);
    if (order != null) {
      caller.require(READ, orders.require(order).organizationId());
    }
    var assessment = preview.assess(where.id(), order, body.wish(where.baseCurrency()));
    var content = assessment.content();
    return new AssessmentView(
        assessment.findings(),
        RoomView.all(assessment.rooms()),
        content == null ? null : Amount.of(content.total()),
        Amount.orNull(assessment.increase()));
  }

  /** Keeps the draft of a new order. */
  @PostMapping("/orders")
  ResponseEntity<VersionView> request(
      @RequestParam String organization, @RequestBody @Valid OrderBody body, Caller caller) {
    Organization where = caller.organization(organization, REQUEST);
    OrderVersion draft =
        drafting.request(where.id(), body.wish(where.baseCurrency()), caller.actor());
    return ResponseEntity.created(URI.create("/api/procurement/order-versions/" + draft.id()))
        .body(presenter.version(draft));
  }

  /** Keeps the draft of a change of an issued order. */
  @PostMapping("/orders/{id}/changes")
  ResponseEntity<VersionView> propose(
      @PathVariable UUID id, @RequestBody @Valid OrderBody body, Caller caller) {
    PurchaseOrder order = orders.require(id);
    caller.require(PLACE, order.organizationId());
    String reason = body.reason() == null ? "" : body.reason();
    OrderVersion draft = drafting.propose(id, body.wish(order.currency()), reason, caller.actor());
    return ResponseEntity.created(URI.create("/api/procurement/order-versions/" + draft.id()))
        .body(presenter.version(draft));
  }

  /** Cancels an order nothing of which was kept or invoiced, or withdraws one not yet issued. */
  @PostMapping("/orders/{id}/cancellations")
  OrderView cancel(@PathVariable UUID id, @RequestBody @Valid Reason reason, Caller caller) {
    PurchaseOrder order = orders.require(id);
    boolean own = order.state().isBeforeIssue() && order.requester().equals(caller.username());
    caller.require(own ? REQUEST : PLACE, order.organizationId());
    endings.cancel(id, reason.reason(), caller.actor());
    return presenter.order(id);
  }

  /** Closes an issued order: what did not come will not. */
  @PostMapping("/orders/{id}/closings")
  OrderView close(@PathVariable UUID id, @RequestBody @Valid Reason reason, Caller caller) {
    caller.require(PLACE, orders.require(id).organizationId());
    endings.close(id, reason.reason(), caller.actor());
    return presenter.order(id);
  }

  /** What issued orders still commit us to: ordered and not invoiced. */
  @GetMapping("/commitments")
  List<CommitmentView> commitments(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String costCentre,
      Caller caller) {
    Organization where = caller.organization(organization, READ);
    return orders.openCommitments(where.id(), account, costCentre).stream()
        .map(
            open ->
                CommitmentView.of(
                    open, Money.rounded(open.amount(), where.baseCurrency(), RoundingMode.HALF_UP)))
        .toList();
  }
}
