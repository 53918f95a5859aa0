package org.countinghouse.procurement;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order, from the wish to its end: draft → in approval (or rejected, and back) → approved →
 * issued → closed; cancelled from anywhere while nothing was received or invoiced.
 *
 * @param number for people: ours, {@code ORD-2026-000017}, or the one an adopted order came with
 * @param version the version in force, counted from 1; 1 as well while none is
 * @param chosenSupplier null until somebody chose one; see {@link #supplierId}
 * @param orderedOn the day of the order; until it is issued, the day it was asked for
 * @param deliverBy when everything is wanted
 * @param requester who asked for it
 * @param buyer who agreed it with the supplier; null until then
 * @param note for the supplier to read
 * @param documentId what it was adopted from
 * @param endReason why it was closed or cancelled
 */
public record PurchaseOrder(
    UUID id,
    UUID organizationId,
    String number,
    int version,
    Origin origin,
    State state,
    @Nullable UUID chosenSupplier,
    Currency currency,
    LocalDate orderedOn,
    @Nullable LocalDate deliverBy,
    String requester,
    @Nullable String buyer,
    @Nullable String note,
    @Nullable UUID documentId,
    List<OrderLine> lines,
    @Nullable String endReason) {

  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  /** Where an order came from. */
  public enum Origin {
    /** Asked for here. */
    REQUISITION,
    /** Agreed elsewhere, with its own number. */
    ADOPTED
  }

  /** How far an order is. */
  public enum State {
    /** Being written. */
    DRAFT,
    /** Handed in; somebody has to agree. */
    IN_APPROVAL,
    /** Back with its requester, to be reworked or withdrawn. */
    REJECTED,
    /** Agreed to; a buyer has to place it. */
    APPROVED,
    /** With the supplier: may be received, invoiced and changed. */
    ISSUED,
    /** Nothing more is expected; what was received may still be returned or credited. */
    CLOSED,
    /** Never to be delivered. */
    CANCELLED;

    /** Whether no version was ever in force and one may still be. */
    public boolean isBeforeIssue() {
      return this == DRAFT || this == IN_APPROVAL || this == REJECTED || this == APPROVED;
    }
  }

  /**
   * Whose order it is; every order that was ever issued has one.
   *
   * @throws IllegalStateException while nobody has been chosen
   */
  public UUID supplierId() {
    if (chosenSupplier == null) {
      throw new IllegalStateException(number + " has no supplier yet");
    }
    return chosenSupplier;
  }

  /** All lines together, without tax, in the order's currency. */
  public Money total() {
    return lines.stream().map(OrderLine::net).reduce(Money.zero(currency), Money::plus);
  }

  /** The line of this id, if it is one of the version in force. */
  public Optional<OrderLine> line(UUID lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  /** The line at this position, as suppliers refer to it. */
  public Optional<OrderLine> lineAt(int position) {
    return lines.stream().filter(line -> line.position() == position).findFirst();
  }
}
