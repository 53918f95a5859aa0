package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import java.util.UUID;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.procurement.OrderDrafting;
import org.countinghouse.procurement.OrderProcessing;
import org.countinghouse.procurement.OrderVersion;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.server.api.procurement.OrderController.Reason;
import org.countinghouse.server.api.procurement.OrderViews.VersionView;
import org.countinghouse.server.security.Caller;
import org.countinghouse.workflows.purchaseorder.OrderTasks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions of orders on their way into force. */
@RestController
@RequestMapping("/api/procurement")
class OrderVersionController {

  private final PurchaseOrders orders;
  private final OrderDrafting drafting;
  private final OrderProcessing processing;
  private final OrderTasks tasks;
  private final Organizations organizations;
  private final OrderPresenter presenter;

  OrderVersionController(
      PurchaseOrders orders,
      OrderDrafting drafting,
      OrderProcessing processing,
      OrderTasks tasks,
      Organizations organizations,
      OrderPresenter presenter) {
    this.orders = orders;
    this.drafting = drafting;
    this.processing = processing;
    this.tasks = tasks;
    this.organizations = organizations;
    this.presenter = presenter;
  }

  /** A version, beside what was agreed before, with what is left of its budgets. */
  @GetMapping("/order-versions/{id}")
  VersionView show(@PathVariable UUID id, Caller caller) {
    OrderVersion version = orders.requireVersion(id);
    caller.require(OrderController.READ, version.organizationId());
    return presenter.version(version);
  }

  /** The version a task of the caller's is about. */
  @GetMapping("/tasks/{taskId}/order-version")
  VersionView ofTask(@PathVariable String taskId, Caller caller) {
    OrderVersion version = tasks.version(taskId);
    caller.require(OrderController.READ, version.organizationId());
    return presenter.version(version);
  }

  /** Rewords a version that is not in force; a running approval starts over then. */
  @PutMapping("/order-versions/{id}")
  VersionView reword(@PathVariable UUID id, @RequestBody @Valid OrderBody body, Caller caller) {
    OrderVersion version = toWrite(id, caller);
    return presenter.version(
        drafting.reword(id, wish(version, body), body.reason(), caller.actor()));
  }

  /** Hands a version in: on its way to budget, approval and supplier. */
  @PostMapping("/order-versions/{id}/submissions")
  VersionView submit(@PathVariable UUID id, Caller caller) {
    toWrite(id, caller);
    return presenter.version(drafting.submit(id, caller.actor()));
  }

  /** Takes a version back for good; a first one takes its order with it. */
  @PostMapping("/order-versions/{id}/withdrawals")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, @RequestBody @Valid Reason reason, Caller caller) {
    toWrite(id, caller);
    drafting.withdraw(id, reason.reason(), caller.actor());
  }

  /** Keeps what a buyer agreed with the supplier; his task stays open. */
  @PutMapping("/order-versions/{id}/agreement")
  VersionView agree(@PathVariable UUID id, @RequestBody @Valid OrderBody body, Caller caller) {
    OrderVersion version = toPlace(id, caller);
    return presenter.version(processing.agree(id, wish(version, body), caller.actor()));
  }

  /** The same, and completes his task: the order is issued, or its dearer price approved first. */
  @PostMapping("/order-versions/{id}/placements")
  VersionView place(@PathVariable UUID id, @RequestBody @Valid OrderBody body, Caller caller) {
    OrderVersion version = toPlace(id, caller);
    return presenter.version(tasks.place(id, wish(version, body), caller.actor()));
  }

  private OrderVersion toPlace(UUID id, Caller caller) {
    OrderVersion version = orders.requireVersion(id);
    caller.require(OrderController.PLACE, version.organizationId());
    return version;
  }

  /** Its maker may, and whoever places orders. */
  private OrderVersion toWrite(UUID id, Caller caller) {
    OrderVersion version = orders.requireVersion(id);
    boolean own = !version.isChange() && version.preparedBy().equals(caller.username());
    caller.require(own ? OrderController.REQUEST : OrderController.PLACE, version.organizationId());
    return version;
  }

  private OrderWish wish(OrderVersion version, OrderBody body) {
    return body.wish(organizations.byId(version.organizationId()).baseCurrency());
  }
}
