package org.countinghouse.payables;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to a claim: to the audit log, and to whoever listens. */
@Component
class PayablesDiary {

  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PayablesDiary(Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  void received(SupplierInvoice invoice, Actor by) {
    wrote(
        invoice.state() == InvoiceState.DUPLICATE ? "received-duplicate" : "received",
        invoice,
        Map.of("number", invoice.number(), "payable", invoice.totals().payable().toString()),
        by);
  }

  void wrote(String action, SupplierInvoice invoice, @Nullable Object values, Actor by) {
    audit.record(
        new AuditEntry(
            invoice.organizationId(),
            by,
            action,
            Payables.RESOURCE,
            invoice.documentNumber(),
            null,
            values));
  }

  void publishReceived(SupplierInvoice invoice) {
    events.publishEvent(
        new InvoiceReceived(
            Ids.next(),
            invoice.organizationId(),
            invoice.id(),
            invoice.documentNumber(),
            clock.instant()));
  }

  void publishCoded(SupplierInvoice invoice, Actor by) {
    events.publishEvent(
        new InvoiceCoded(
            Ids.next(), invoice.organizationId(), invoice.id(), by.username(), clock.instant()));
  }

  void publishRejected(SupplierInvoice invoice, String reason) {
    events.publishEvent(
        new InvoiceRejected(
            Ids.next(), invoice.organizationId(), invoice.id(), reason, clock.instant()));
  }

  void publishPosted(SupplierInvoice invoice, UUID journalId) {
    events.publishEvent(
        new InvoiceApproved(
            Ids.next(),
            invoice.organizationId(),
            invoice.id(),
            invoice.totals().payable(),
            invoice.dueOn(),
            clock.instant()));
    events.publishEvent(
        new InvoicePosted(
            Ids.next(), invoice.organizationId(), invoice.id(), journalId, clock.instant()));
  }
}
