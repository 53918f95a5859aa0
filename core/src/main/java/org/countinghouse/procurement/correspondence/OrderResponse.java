package org.countinghouse.procurement.correspondence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier answered to an order.
 *
 * @param orderVersion the version that was in force when it came
 * @param number the supplier's, once per order
 * @param note of the supplier
 * @param decisionReason what the buyer said
 */
public record OrderResponse(
    UUID id,
    UUID organizationId,
    UUID orderId,
    int orderVersion,
    String number,
    LocalDate issuedOn,
    Answer answer,
    @Nullable String note,
    @Nullable UUID documentId,
    State state,
    Instant receivedAt,
    @Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason,
    List<Line> lines) {

  public OrderResponse {
    lines = List.copyOf(lines);
  }

  /** What he says of the whole. */
  public enum Answer {
    /** It has arrived (AB). */
    ACKNOWLEDGED,
    /** He delivers as ordered (AP). */
    ACCEPTED,
    /** He delivers otherwise (CA). */
    CHANGED,
    /** He does not deliver (RE). */
    REJECTED
  }

  /** What he says of a line. */
  public enum LineAnswer {
    ADDED,
    CHANGED,
    ACCEPTED,
    REJECTED,
    DELIVERED
  }

  /** Whether somebody has to do something. */
  public enum State {
    /** It agrees with the order. */
    NOTED,
    /** It does not; a buyer has to settle it. */
    OPEN,
    /** He has. */
    SETTLED
  }

  /** What a buyer does about an answer that differs. */
  public enum Decision {
    /** The order becomes what the supplier says, past the approval of what is more or dearer. */
    TAKE_OVER,
    /** The order stays as it is; the supplier was told. */
    INSIST,
    /** The order is cancelled. */
    CANCEL
  }

  /**
   * What is said of one line; null: nothing is said of it.
   *
   * @param position of the order's line; null for one the supplier added
   * @param deliverOn when it will come
   */
  public record Line(
      @Nullable Integer position,
      LineAnswer answer,
      @Nullable String name,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      @Nullable LocalDate deliverOn,
      @Nullable String note) {}
}
