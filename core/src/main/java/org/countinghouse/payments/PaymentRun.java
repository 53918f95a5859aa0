package org.countinghouse.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of what to pay on a day, and what became of it.
 *
 * @param number ours, gapless: {@code PR-2026-000003}
 * @param payOn the day banks are asked to execute its payments, and the posting date at the latest
 * @param dueUntil items due up to this day are taken up
 * @param minimumAmount smaller payments wait, in base currency
 * @param proposedBy who asked for it; {@code system:payments} by schedule
 * @param submittedBy who handed it in for release
 * @param releasedBy the second person
 * @param contentHash of what was released
 * @param endReason why it was given up
 */
public record PaymentRun(
    UUID id,
    UUID organizationId,
    String number,
    State state,
    LocalDate payOn,
    LocalDate dueUntil,
    Money minimumAmount,
    @Nullable Currency currency,
    @Nullable UUID bankAccountId,
    @Nullable PaymentMethod method,
    String proposedBy,
    Instant proposedAt,
    @Nullable String submittedBy,
    @Nullable String releasedBy,
    @Nullable Instant releasedAt,
    @Nullable String contentHash,
    @Nullable String endReason) {

  /** Where a run stands. */
  public enum State {
    /** Its items are being looked up. */
    PROPOSING,
    /** People look through it and change it. */
    REVIEW,
    /** Handed in; a second person looks at it. */
    IN_APPROVAL,
    /** Posted, its files on their way. */
    RELEASED,
    /** Given up; its items are free. */
    CANCELLED;

    /** Whether it can still be changed. */
    public boolean isOpen() {
      return this == PROPOSING || this == REVIEW || this == IN_APPROVAL;
    }
  }
}
