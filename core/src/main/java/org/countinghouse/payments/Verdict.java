package org.countinghouse.payments;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.bankfiles.PaymentStatus;
import org.countinghouse.payments.Payment.State;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says became of one payment.
 *
 * @param status never {@code PENDING} or {@code PARTIAL}: those decide nothing
 * @param code the bank's reason
 * @param text in its words
 */
record Verdict(
    UUID paymentId,
    String endToEndId,
    State before,
    PaymentStatus status,
    @Nullable String code,
    @Nullable String text) {

  /** What a payment in each state may still be told; anything else contradicts what is known. */
  private static final Map<State, Set<PaymentStatus>> POSSIBLE =
      Map.of(
          State.RELEASED,
          Set.of(
              PaymentStatus.ACCEPTED,
              PaymentStatus.SETTLED,
              PaymentStatus.REJECTED,
              PaymentStatus.RETURNED,
              PaymentStatus.CORRECTED),
          State.ACCEPTED,
          Set.of(
              PaymentStatus.ACCEPTED,
              PaymentStatus.SETTLED,
              PaymentStatus.REJECTED,
              PaymentStatus.RETURNED,
              PaymentStatus.CORRECTED),
          State.SETTLED,
          Set.of(
              PaymentStatus.ACCEPTED,
              PaymentStatus.SETTLED,
              PaymentStatus.RETURNED,
              PaymentStatus.CORRECTED),
          State.REJECTED,
          Set.of(PaymentStatus.REJECTED),
          State.RETURNED,
          Set.of(PaymentStatus.RETURNED, PaymentStatus.ACCEPTED, PaymentStatus.SETTLED),
          State.CANCELLED,
          Set.of(PaymentStatus.REJECTED));

  boolean isPossible() {
    return POSSIBLE.getOrDefault(before, Set.of()).contains(status);
  }

  /** Whether it makes the payment's items open again. */
  boolean refuses() {
    return (before.isOutstanding()
            && (status == PaymentStatus.REJECTED || status == PaymentStatus.RETURNED))
        || (before == State.SETTLED && status == PaymentStatus.RETURNED);
  }

  /** Whether it makes the payment accepted. A statement alone makes it settled. */
  boolean accepts() {
    return before == State.RELEASED
        && (status == PaymentStatus.ACCEPTED || status == PaymentStatus.SETTLED);
  }

  /** Where a refused payment stands afterwards. */
  State after() {
    return status == PaymentStatus.RETURNED ? State.RETURNED : State.REJECTED;
  }
}
