package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReceiptMapper {

  /** Takes the next number of a series; a failing transaction gives it back. */
  long nextNumber(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear);

  void insert(@Param("row") Row row);

  void insertLines(@Param("rows") List<LineRow> rows);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row lockById(@Param("id") UUID id);

  @Nullable Row findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  List<Row> listByOrder(@Param("orderId") UUID orderId);

  /** Those that wait for somebody, oldest first. */
  List<Row> listOpen(
      @Param("organizationId") UUID organizationId, @Param("state") Receipt.State state);

  /** The one that recorded or announced this delivery and stands; null when there is none. */
  @Nullable Row findDelivery(
      @Param("orderId") UUID orderId,
      @Param("deliveryNote") String deliveryNote,
      @Param("states") Collection<Receipt.State> states);

  List<LineRow> listLines(@Param("receiptIds") Collection<UUID> receiptIds);

  int updateQuantity(@Param("lineId") UUID lineId, @Param("quantity") BigDecimal quantity);

  int decide(
      @Param("id") UUID id,
      @Param("state") Receipt.State state,
      @Param("decision") Receipt.Decision decision,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") String reason);

  int confirm(@Param("id") UUID id);

  @Nullable RuleRow findRule(
      @Param("organizationId") UUID organizationId, @Param("supplierId") @Nullable UUID supplierId);

  List<RuleRow> listRules(@Param("organizationId") UUID organizationId);

  int putRule(
      @Param("id") UUID id,
      @Param("organizationId") UUID organizationId,
      @Param("rule") ReceiptRule rule,
      @Param("by") String by,
      @Param("at") Instant at);

  int deleteRule(
      @Param("organizationId") UUID organizationId, @Param("supplierId") UUID supplierId);

  /** A receipt as stored, without its lines; {@code corrected} is looked up. */
  record Row(
      UUID id,
      UUID organizationId,
      UUID orderId,
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
      @Nullable String decisionReason) {

    Receipt receipt(List<Receipt.Line> lines) {
      return new Receipt(
          id,
          organizationId,
          orderId,
          number,
          kind,
          state,
          source,
          occurredOn,
          deliveryNote,
          reason,
          documentId,
          correctsId,
          corrected,
          recordedBy,
          recordedAt,
          decision,
          decidedBy,
          decisionReason,
          lines);
    }
  }

  /** A line as stored. */
  record LineRow(
      UUID id,
      UUID organizationId,
      UUID receiptId,
      UUID orderLineId,
      BigDecimal statedQuantity,
      String statedUnit,
      BigDecimal delivered,
      BigDecimal quantity,
      String unit) {

    Receipt.Line line() {
      return new Receipt.Line(
          id, orderLineId, statedQuantity, statedUnit, delivered, quantity, unit);
    }
  }

  /** A rule as stored. */
  record RuleRow(
      @Nullable UUID supplierId,
      BigDecimal overPercent,
      ReceiptRule.Beyond beyond,
      ReceiptRule.DespatchAdvice despatchAdvice) {

    ReceiptRule rule() {
      return new ReceiptRule(supplierId, overPercent.stripTrailingZeros(), beyond, despatchAdvice);
    }
  }
}
