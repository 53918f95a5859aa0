package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.receipts.Counted;
import org.countinghouse.procurement.receipts.Receipt;
import org.countinghouse.procurement.receipts.ReceiptError;
import org.countinghouse.procurement.receipts.ReceiptRule;
import org.jspecify.annotations.Nullable;

/** What the API takes and tells of receipts. */
final class ReceiptViews {

  private ReceiptViews() {}

  /**
   * How much of a line.
   *
   * @param line its position in the order
   * @param unit UN/ECE Recommendation 20; absent: that of the order's line
   */
  record CountedBody(
      @Positive int line,
      @NotNull BigDecimal quantity,
      @Nullable @Pattern(regexp = "[A-Z0-9]{2,3}") String unit) {}

  /**
   * Goods that came.
   *
   * @param receivedOn absent: today
   */
  record ReceiptBody(
      @Nullable LocalDate receivedOn,
      @Nullable @Size(max = 100) String deliveryNote,
      @NotEmpty List<@Valid CountedBody> lines) {}

  /**
   * Goods that go back.
   *
   * @param returnedOn absent: today
   */
  record ReturnBody(
      @Nullable LocalDate returnedOn,
      @NotBlank @Size(min = 3, max = 500) String reason,
      @NotEmpty List<@Valid CountedBody> lines) {}

  /** Why. */
  record ReasonBody(@NotBlank @Size(min = 3, max = 500) String reason) {}

  /** What a buyer decides about a held delivery. */
  record DecisionBody(
      @NotNull Receipt.Decision decision, @NotBlank @Size(min = 3, max = 500) String reason) {}

  /**
   * What is taken without asking.
   *
   * @param supplierId absent: by the organization
   */
  record RuleBody(
      @Nullable UUID supplierId,
      @NotNull BigDecimal overPercent,
      ReceiptRule.@NotNull Beyond beyond,
      ReceiptRule.@NotNull DespatchAdvice despatchAdvice) {

    ReceiptRule rule() {
      return new ReceiptRule(supplierId, overPercent, beyond, despatchAdvice);
    }
  }

  /** A line of a receipt; quantities as text, exact. */
  record LineView(
      int line,
      String name,
      String stated,
      String statedUnit,
      String delivered,
      String quantity,
      String unit) {}

  /** A receipt with the order's words beside its quantities. */
  record ReceiptView(
      UUID id,
      UUID orderId,
      String orderNumber,
      String number,
      Receipt.Kind kind,
      Receipt.State state,
      Receipt.Source source,
      LocalDate occurredOn,
      @Nullable String deliveryNote,
      @Nullable String reason,
      @Nullable UUID documentId,
      @Nullable UUID correctsId,
      boolean corrected,
      String recordedBy,
      Instant recordedAt,
      Receipt.@Nullable Decision decision,
      @Nullable String decidedBy,
      @Nullable String decisionReason,
      List<LineView> lines) {

    static ReceiptView of(Receipt receipt, PurchaseOrder order) {
      return new ReceiptView(
          receipt.id(),
          order.id(),
          order.number(),
          receipt.number(),
          receipt.kind(),
          receipt.state(),
          receipt.source(),
          receipt.occurredOn(),
          receipt.deliveryNote(),
          receipt.reason(),
          receipt.documentId(),
          receipt.correctsId(),
          receipt.corrected(),
          receipt.recordedBy(),
          receipt.recordedAt(),
          receipt.decision(),
          receipt.decidedBy(),
          receipt.decisionReason(),
          receipt.lines().stream().map(line -> line(line, order)).toList());
    }

    private static LineView line(Receipt.Line line, PurchaseOrder order) {
      OrderLine ordered = order.line(line.orderLineId()).orElse(null);
      return new LineView(
          ordered == null ? 0 : ordered.position(),
          ordered == null ? "" : ordered.name(),
          line.statedQuantity().toPlainString(),
          line.statedUnit(),
          line.delivered().toPlainString(),
          line.quantity().toPlainString(),
          line.unit());
    }
  }

  /** What was counted, by the lines' ids. */
  static List<Counted> counted(PurchaseOrder order, List<CountedBody> bodies) {
    return bodies.stream()
        .map(
            body ->
                new Counted(
                    order
                        .lineAt(body.line())
                        .orElseThrow(
                            () -> ReceiptError.LINE_UNKNOWN.with(order.number(), body.line()))
                        .id(),
                    body.quantity(),
                    body.unit()))
        .toList();
  }
}
