package org.countinghouse.payables;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of our debts we do not pay for now, and why. A claim in dispute is booked as its document
 * states it, for that is what its supplier and the tax office have too; only the money waits.
 * Payments leave {@code payable_items.disputed_amount} out.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Disputes {

  private static final int REASON_LENGTH_MIN = 3;

  private final DisputeMapper mapper;
  private final InvoiceStore store;
  private final PayablesDiary diary;
  private final Clock clock;

  Disputes(DisputeMapper mapper, InvoiceStore store, PayablesDiary diary, Clock clock) {
    this.mapper = mapper;
    this.store = store;
    this.diary = diary;
    this.clock = clock;
  }

  /** Everything that was ever held back of a claim, in the order it was opened. */
  @Transactional(readOnly = true)
  public List<Dispute> of(UUID invoiceId) {
    return mapper.listOf(invoiceId).stream().map(DisputeMapper.Row::value).toList();
  }

  /** What is held back in an organization, oldest first; at most 500. */
  @Transactional(readOnly = true)
  public List<Dispute> open(UUID organizationId) {
    return mapper.listOpen(organizationId).stream().map(DisputeMapper.Row::value).toList();
  }

  /**
   * The dispute of this id.
   *
   * @throws BusinessException {@code payables.dispute-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Dispute require(UUID id) {
    DisputeMapper.Row row = mapper.find(id);
    if (row == null) {
      throw PayablesError.DISPUTE_UNKNOWN.with(id);
    }
    return row.value();
  }

  /**
   * Holds back a part of a claim, before or after it is posted.
   *
   * @param position line it is about; null: the whole claim
   * @param amount tax included, above zero
   * @throws BusinessException {@code payables.invoice-state}, {@code payables.reason-missing},
   *     {@code payables.dispute-amount}
   */
  public Dispute raise(
      UUID invoiceId,
      Dispute.Kind kind,
      @Nullable Integer position,
      Money amount,
      String reason,
      Actor by) {
    SupplierInvoice invoice = store.lock(invoiceId);
    if (invoice.state() == InvoiceState.REJECTED || invoice.state() == InvoiceState.DUPLICATE) {
      throw PayablesError.STATE.with(invoice.documentNumber(), invoice.state(), "disputed");
    }
    String why = requireReason(invoice, reason);
    Money held =
        of(invoiceId).stream()
            .map(Dispute::open)
            .reduce(Money.zero(invoice.currency()), Money::plus);
    Money left = invoice.totals().payable().minus(held);
    if (amount.isZero() || amount.isNegative() || amount.compareTo(left) > 0) {
      throw PayablesError.DISPUTE_AMOUNT.with(amount, invoice.documentNumber(), left);
    }
    var dispute =
        new Dispute(
            Ids.next(),
            invoice.organizationId(),
            invoiceId,
            position,
            kind,
            amount,
            Money.zero(amount.currency()),
            why,
            by.username(),
            clock.instant(),
            null,
            null,
            null);
    mapper.insert(DisputeMapper.Row.of(dispute));
    mapper.updateItem(invoiceId);
    diary.wrote("disputed", invoice, dispute, by);
    return dispute;
  }

  /**
   * Pays after all what was held back.
   *
   * @throws BusinessException {@code payables.dispute-unknown}, {@code payables.dispute-closed},
   *     {@code payables.reason-missing}
   */
  public void close(UUID disputeId, String reason, Actor by) {
    SupplierInvoice invoice = store.lock(require(disputeId).invoiceId());
    Dispute dispute = require(disputeId);
    if (dispute.closedAt() != null) {
      throw PayablesError.DISPUTE_CLOSED.with(invoice.documentNumber());
    }
    mapper.close(disputeId, by.username(), clock.instant(), requireReason(invoice, reason));
    mapper.updateItem(invoice.id());
    diary.wrote("dispute-closed", invoice, dispute, by);
  }

  /**
   * A credit note came for this claim: what it gives back is no longer waited for, the oldest
   * dispute first.
   *
   * @param amount of the credit note, tax included and above zero
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void credited(UUID invoiceId, Money amount, String creditNumber, Actor by) {
    SupplierInvoice invoice = store.lock(invoiceId);
    Money left = amount;
    for (Dispute dispute : of(invoiceId)) {
      Money taken = left.compareTo(dispute.open()) < 0 ? left : dispute.open();
      if (taken.isZero()) {
        continue;
      }
      left = left.minus(taken);
      mapper.credit(dispute.id(), taken.amount());
      if (taken.equals(dispute.open())) {
        mapper.close(dispute.id(), by.username(), clock.instant(), "Credit note " + creditNumber);
      }
      diary.wrote("dispute-credited", invoice, taken.toString(), by);
    }
    mapper.updateItem(invoiceId);
  }

  /** Puts what was disputed before posting onto what became due. */
  @Transactional(propagation = Propagation.MANDATORY)
  void holdBack(UUID invoiceId) {
    mapper.updateItem(invoiceId);
  }

  private static String requireReason(SupplierInvoice invoice, String reason) {
    if (reason.strip().length() < REASON_LENGTH_MIN) {
      throw PayablesError.REASON_MISSING.with(invoice.documentNumber());
    }
    return reason.strip();
  }
}
