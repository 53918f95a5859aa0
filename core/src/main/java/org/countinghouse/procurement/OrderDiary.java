package org.countinghouse.procurement;

import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what happens to orders, and tells whoever listens. */
@Component
class OrderDiary {

  static final String RESOURCE = "procurement.order";

  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final OrderStore store;

  OrderDiary(Audit audit, ApplicationEventPublisher events, OrderStore store) {
    this.audit = audit;
    this.events = events;
    this.store = store;
  }

  void wrote(
      OrderVersion version,
      String action,
      @Nullable Object before,
      @Nullable Object after,
      Actor by) {
    audit.record(
        new AuditEntry(
            version.organizationId(), by, action, RESOURCE, version.reference(), before, after));
  }

  void wrote(PurchaseOrder order, String action, @Nullable Object after, Actor by) {
    audit.record(
        new AuditEntry(order.organizationId(), by, action, RESOURCE, order.number(), null, after));
  }

  void submitted(OrderVersion version) {
    events.publishEvent(
        new OrderSubmitted(
            Ids.next(),
            version.organizationId(),
            version.orderId(),
            version.id(),
            version.reference(),
            store.now()));
  }

  void reworded(OrderVersion version) {
    events.publishEvent(
        new OrderVersionChanged(
            Ids.next(),
            version.organizationId(),
            version.orderId(),
            version.id(),
            version.reference(),
            store.now()));
  }

  void withdrawn(OrderVersion version) {
    events.publishEvent(
        new OrderVersionWithdrawn(
            Ids.next(),
            version.organizationId(),
            version.orderId(),
            version.id(),
            version.reference(),
            store.now()));
  }

  void inForce(OrderVersion version) {
    UUID organizationId = version.organizationId();
    UUID orderId = version.orderId();
    events.publishEvent(
        version.isChange()
            ? new OrderChanged(
                Ids.next(),
                organizationId,
                orderId,
                version.orderNumber(),
                version.version(),
                store.now())
            : new OrderIssued(
                Ids.next(),
                organizationId,
                orderId,
                version.orderNumber(),
                version.version(),
                store.now()));
  }

  void cancelled(PurchaseOrder order, boolean issued) {
    events.publishEvent(
        new OrderCancelled(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            order.version(),
            issued,
            store.now()));
  }

  void closed(PurchaseOrder order) {
    events.publishEvent(
        new OrderClosed(
            Ids.next(),
            order.organizationId(),
            order.id(),
            order.number(),
            order.version(),
            store.now()));
  }
}
