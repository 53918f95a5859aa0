package org.countinghouse.server.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ApprovalHistory;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.SupplierState;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.BudgetControl;
import org.countinghouse.procurement.BudgetControls;
import org.countinghouse.procurement.Categories;
import org.countinghouse.procurement.Category;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderEndings;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.workflows.approval.ApprovalTasks;
import org.countinghouse.workflows.purchaseorder.OrderTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the demo's companies order: categories, strictness of budgets, and orders at every stage.
 */
@Component
@Profile("demo")
class DemoProcurement {

  private static final Actor REQUESTER = Actor.of("requester");
  private static final Actor HEAD = Actor.of("department-head");
  private static final Actor BUYER = Actor.of("buyer");

  /** Office supplies, equipment and services by country; where they are booked and their tax. */
  private static final Map<String, Seed> SEEDS =
      Map.of(
          "GB", new Seed("7504", "0030", "7600", "S20"),
          "DE", new Seed("6815", "0650", "6825", "VST19"),
          "US", new Seed("62000", "15100", "65000", "O0"));

  private final Categories categories;
  private final BudgetControls controls;
  private final Suppliers suppliers;
  private final PurchaseOrders orders;
  private final OrderDrafting drafting;
  private final OrderEndings endings;
  private final OrderTasks tasks;
  private final ApprovalTasks approvals;
  private final ApprovalHistory history;
  private final Access access;
  private final IdentityService engine;
  private final Clock clock;

  DemoProcurement(
      Categories categories,
      BudgetControls controls,
      Suppliers suppliers,
      PurchaseOrders orders,
      OrderDrafting drafting,
      OrderEndings endings,
      OrderTasks tasks,
      ApprovalTasks approvals,
      ApprovalHistory history,
      Access access,
      IdentityService engine,
      Clock clock) {
    this.categories = categories;
    this.controls = controls;
    this.suppliers = suppliers;
    this.orders = orders;
    this.drafting = drafting;
    this.endings = endings;
    this.tasks = tasks;
    this.approvals = approvals;
    this.history = history;
    this.access = access;
    this.engine = engine;
    this.clock = clock;
  }

  private record Seed(String office, String equipment, String service, String taxCode) {}

  void setUp(Organization company, Actor by) {
    Seed seed = Objects.requireNonNull(SEEDS.get(company.country()));
    keep(company, "OFFICE", "Office supplies", seed.office(), seed.taxCode(), true, by);
    keep(company, "EQUIPMENT", "Equipment", seed.equipment(), seed.taxCode(), true, by);
    keep(company, "SERVICE", "Services", seed.service(), seed.taxCode(), false, by);
    controls.set(
        new BudgetControl(
            company.id(), Budgets.DEFAULT_CODE, null, "CC400", BudgetControl.Mode.BLOCK),
        by);
  }

  private void keep(
      Organization company,
      String code,
      String name,
      String account,
      String taxCode,
      boolean receipt,
      Actor by) {
    categories.keep(
        new Category(
            company.id(), code, name, account, taxCode, receipt, code.equals("OFFICE"), true),
        by);
  }

  /**
   * Orders as people make them, each step by its person: one each that is a draft, in approval,
   * rejected, waiting for its buyer, with its supplier, changed, being changed, cancelled, and
   * closed. After the companies are set up, since processes start from what is committed.
   */
  void order(Organization company) {
    UUID supplier =
        suppliers.list(company.id(), null).stream()
            .filter(each -> each.state() == SupplierState.ACTIVE)
            .findFirst()
            .orElseThrow()
            .id();
    request(company, null, line("Standing desk", "EQUIPMENT", "2", "480", "CC200"));
    submitted(company, null, line("Notebook computer", "EQUIPMENT", "3", "1290", "CC200"));
    OrderVersion rejected =
        submitted(company, null, line("Espresso machine", "EQUIPMENT", "1", "2900", "CC100"));
    decide(company, rejected, "accountant", "REJECT", "This is no equipment of ours.");
    OrderVersion approved =
        submitted(company, null, line("Warehouse shelves fitted", "SERVICE", "1", "1850", "CC300"));
    decide(company, approved, "controller", "APPROVE", null);
    decide(company, approved, HEAD.username(), "APPROVE", null);
    issued(company, supplier, line("Toner cartridges", "OFFICE", "12", "64.50", "CC100"));
    PurchaseOrder changed =
        issued(
            company,
            supplier,
            line("Copy paper A4, box of 5", "OFFICE", "40", "18.95", "CC100"),
            line("Envelopes C5", "OFFICE", "200", "0.385", "CC100"));
    change(changed, "30", "Stock is higher than thought");
    PurchaseOrder changing =
        issued(company, supplier, line("Packing tape", "OFFICE", "100", "2.15", "CC300"));
    change(changing, "400", "The season begins earlier");
    PurchaseOrder cancelled =
        issued(company, supplier, line("Wall calendars", "OFFICE", "60", "4.90", "CC200"));
    endings.cancel(cancelled.id(), "The supplier cannot deliver in time", BUYER);
    PurchaseOrder closed =
        issued(company, supplier, line("Window cleaning", "SERVICE", "4", "120", "CC100"));
    endings.close(closed.id(), "Our own people do it now", BUYER);
  }

  private PurchaseOrder issued(Organization company, UUID supplier, OrderWish.Line... lines) {
    OrderVersion asked = submitted(company, null, lines);
    if (asked.content().lines().stream().anyMatch(line -> "CC300".equals(line.costCentre()))
        && asked.content().total().amount().compareTo(new BigDecimal("1000")) > 0) {
      decide(company, asked, "controller", "APPROVE", null);
    }
    decide(company, asked, HEAD.username(), "APPROVE", null);
    PurchaseOrder approved = orders.require(asked.orderId());
    as(
        BUYER,
        () ->
            tasks.place(
                asked.id(), wish(approved, supplier, approved.lines().get(0).quantity()), BUYER));
    return orders.require(asked.orderId());
  }

  /** The order with its first line in this quantity. */
  private static OrderWish wish(PurchaseOrder order, UUID supplier, BigDecimal quantity) {
    List<OrderWish.Line> lines = new ArrayList<>();
    order
        .lines()
        .forEach(
            line ->
                lines.add(
                    new OrderWish.Line(
                        line.id(),
                        null,
                        line.supplierItem(),
                        line.name(),
                        line.category(),
                        line.position() == 1 ? quantity : line.quantity(),
                        line.unit(),
                        line.unitPrice(),
                        line.account(),
                        line.costCentre(),
                        line.project(),
                        line.taxCode())));
    return new OrderWish(supplier, order.currency(), order.deliverBy(), order.note(), lines);
  }

  /** Cheaper takes effect at once, dearer waits. */
  private void change(PurchaseOrder order, String quantity, String reason) {
    OrderVersion draft =
        drafting.propose(
            order.id(), wish(order, order.supplierId(), new BigDecimal(quantity)), reason, BUYER);
    drafting.submit(draft.id(), BUYER);
  }

  private OrderVersion request(
      Organization company, @Nullable UUID supplier, OrderWish.Line... lines) {
    return drafting.request(company.id(), wish(company, supplier, lines), REQUESTER);
  }

  private OrderVersion submitted(
      Organization company, @Nullable UUID supplier, OrderWish.Line... lines) {
    return drafting.submit(request(company, supplier, lines).id(), REQUESTER);
  }

  private OrderWish wish(Organization company, @Nullable UUID supplier, OrderWish.Line... lines) {
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    return new OrderWish(
        supplier, company.baseCurrency(), today.plusWeeks(3), null, List.of(lines));
  }

  private static OrderWish.Line line(
      String name, String category, String quantity, String price, String costCentre) {
    return new OrderWish.Line(
        null,
        null,
        null,
        name,
        category,
        new BigDecimal(quantity),
        "C62",
        new BigDecimal(price),
        null,
        costCentre,
        null,
        null);
  }

  private void decide(
      Organization company,
      OrderVersion version,
      String person,
      String decision,
      @Nullable String text) {
    var requests = history.of(company.id(), "purchase-order", version.id()).requests();
    UUID request = requests.get(requests.size() - 1).id();
    as(
        Actor.of(person),
        () -> {
          approvals.decide(request, decision, text, null);
          return request;
        });
  }

  /** Does something as a person the engine knows. */
  private <T> T as(Actor person, Supplier<T> work) {
    engine.setAuthentication(
        person.username(),
        List.copyOf(access.rolesOf(person.username())),
        List.copyOf(access.organizationCodesOf(person.username())));
    try {
      return work.get();
    } finally {
      engine.clearAuthentication();
    }
  }
}
