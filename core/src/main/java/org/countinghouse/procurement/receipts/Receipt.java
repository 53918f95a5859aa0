package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came, or went back.
 *
 * @param number ours: {@code GR-2026-000017}, {@code RT-…} for a return, {@code DA-…} for what was
 *     only announced
 * @param occurredOn the day they came or went, in the organization's zone
 * @param deliveryNote the supplier's number of the delivery; once per order
 * @param reason of a return or a correction
 * @param documentId the despatch advice or file it was recorded from
 * @param correctsId the receipt or return it undoes: its quantities are then below zero
 * @param corrected whether another one undid it
 * @param decision of a buyer, where more came than is taken without asking
 */
public record Receipt(
    UUID id,
    UUID organizationId,
    UUID orderId,
    String number,
    Kind kind,
    State state,
    Source source,
    LocalDate occurredOn,
    @Nullable String deliveryNote,
    @Nullable String reason,
    @Nullable UUID documentId,
    @Nullable UUID correctsId,
    boolean corrected,
    String recordedBy,
    Instant recordedAt,
    @Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable String decisionReason,
    List<Line> lines) {

  public Receipt {
    lines = List.copyOf(lines);
  }

  /** Which way the goods went. */
  public enum Kind {
    RECEIPT,
    RETURN
  }

  /** How far it is. */
  public enum State {
    /** The supplier says it is on its way; counts for nothing. */
    ANNOUNCED,
    /** What was announced came: a receipt with the same delivery note was recorded. */
    CONFIRMED,
    /** More came than is taken without asking; counts for nothing until a buyer decides. */
    HELD,
    /** It counts. */
    RECORDED,
    /** The buyer did not take it; counts for nothing. */
    REFUSED
  }

  /** Who said so. */
  public enum Source {
    PERSON,
    FILE,
    DESPATCH_ADVICE
  }

  /** What a buyer does about a delivery beyond the order. */
  public enum Decision {
    /** Keeps all of it. */
    ACCEPT,
    /** Keeps what was ordered; the rest goes back at the supplier's cost. */
    CUT,
    /** Keeps nothing of it. */
    REFUSE
  }

  /**
   * One thing of it.
   *
   * @param statedQuantity as the delivery note or whoever counted said it, in {@code statedUnit}
   * @param delivered the same in the unit of the order's line
   * @param quantity what was taken of it: all, unless a buyer cut a surplus
   * @param unit of the order's line
   */
  public record Line(
      UUID id,
      UUID orderLineId,
      BigDecimal statedQuantity,
      String statedUnit,
      BigDecimal delivered,
      BigDecimal quantity,
      String unit) {

    /** Without the zeros a column keeps, so that equal means equal. */
    public Line {
      statedQuantity = plain(statedQuantity);
      delivered = plain(delivered);
      quantity = plain(quantity);
    }

    private static BigDecimal plain(BigDecimal quantity) {
      BigDecimal stripped = quantity.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }
}
