package org.countinghouse.matching;

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
interface MatchMapper {

  @Nullable MatchRow find(@Param("invoiceId") UUID invoiceId);

  int lastRun(@Param("organizationId") UUID organizationId, @Param("invoiceId") UUID invoiceId);

  List<LineRow> listLines(@Param("runId") UUID runId);

  List<RemarkRow> listRemarks(@Param("runId") UUID runId);

  List<DecisionRow> listDecisions(@Param("runId") UUID runId);

  void insertRun(@Param("row") RunRow row);

  void insertLines(@Param("rows") Collection<LineRow> rows);

  void insertRemarks(@Param("rows") Collection<RemarkRow> rows);

  void insertDecisions(@Param("rows") Collection<DecisionRow> rows);

  /** What somebody chose stays through later runs. */
  void upsertMatch(@Param("row") MatchRow row, @Param("at") Instant at);

  int updateState(
      @Param("invoiceId") UUID invoiceId,
      @Param("state") MatchState state,
      @Param("at") Instant at);

  int choose(
      @Param("invoiceId") UUID invoiceId,
      @Param("order") @Nullable String order,
      @Param("by") String by,
      @Param("reason") String reason,
      @Param("at") Instant at);

  /** What other invoices take of the lines of an order, less what credit notes gave back. */
  List<Claim> listClaims(
      @Param("organizationId") UUID organizationId,
      @Param("orderId") UUID orderId,
      @Param("invoiceId") UUID invoiceId);

  /** Our numbers of the other invoices that took of an order. */
  List<String> listTakers(
      @Param("organizationId") UUID organizationId,
      @Param("orderId") UUID orderId,
      @Param("invoiceId") UUID invoiceId);

  /** What an invoice took of order lines, less what other credit notes for it gave back. */
  List<Claim> listInvoiced(
      @Param("organizationId") UUID organizationId,
      @Param("creditedId") UUID creditedId,
      @Param("creditId") UUID creditId);

  /** Gross amounts of the other credit notes for an invoice. */
  BigDecimal sumCredits(
      @Param("organizationId") UUID organizationId,
      @Param("creditedId") UUID creditedId,
      @Param("creditId") UUID creditId);

  /** Receipts of order lines with what no invoice was matched to, the oldest first. */
  List<Rest> listReceiptRests(
      @Param("organizationId") UUID organizationId, @Param("orderId") UUID orderId);

  /** What an invoice took of receipts, the newest first; credit notes for it subtracted. */
  List<Rest> listTaken(
      @Param("organizationId") UUID organizationId, @Param("invoiceId") UUID invoiceId);

  void insertRecords(@Param("rows") Collection<RecordRow> rows);

  List<RecordRow> listRecords(@Param("invoiceId") UUID invoiceId);

  List<ReceiptRow> listReceipts(
      @Param("organizationId") UUID organizationId, @Param("orderId") UUID orderId);

  List<OwedRow> listReceivedNotInvoiced(
      @Param("organizationId") UUID organizationId, @Param("asOf") LocalDate asOf);

  boolean isAwaited(
      @Param("organizationId") UUID organizationId, @Param("invoiceId") UUID invoiceId);

  List<Waiting> listOpen(
      @Param("organizationId") UUID organizationId, @Param("state") MatchState state);

  /** Where a match stands, as stored. */
  record MatchRow(
      UUID invoiceId,
      UUID organizationId,
      MatchState state,
      UUID runId,
      int run,
      @Nullable UUID orderId,
      @Nullable Integer orderVersion,
      @Nullable UUID creditedInvoiceId,
      @Nullable String chosenOrder,
      @Nullable String chosenBy) {}

  /** An attempt as stored; tolerances are JSON text. */
  record RunRow(
      UUID id,
      UUID organizationId,
      UUID invoiceId,
      int run,
      @Nullable UUID orderId,
      @Nullable Integer orderVersion,
      @Nullable UUID creditedInvoiceId,
      MatchState outcome,
      String tolerances,
      String matchedBy,
      Instant matchedAt) {}

  /** A line as stored. */
  record LineRow(
      UUID organizationId,
      UUID runId,
      int position,
      @Nullable UUID orderLineId,
      @Nullable BigDecimal orderedQuantity,
      @Nullable String orderedUnit,
      @Nullable BigDecimal orderedPrice,
      @Nullable BigDecimal receivedQuantity,
      @Nullable BigDecimal invoicedBefore,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal net,
      @Nullable BigDecimal expected,
      String currency,
      BigDecimal counted) {}

  /** A remark as stored. */
  record RemarkRow(
      UUID organizationId,
      UUID runId,
      int number,
      @Nullable Integer position,
      String code,
      Effect effect,
      String text) {}

  /** A decision as stored. */
  record DecisionRow(
      UUID id,
      UUID organizationId,
      UUID runId,
      @Nullable Integer position,
      LineDecision.Kind decision,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      String reason,
      String decidedBy,
      Instant decidedAt) {}

  /** How much of an order line is taken. */
  record Claim(UUID orderLineId, BigDecimal quantity) {}

  /** What is left, or taken, of a receipt line. */
  record Rest(@Nullable UUID receiptLineId, UUID orderLineId, BigDecimal quantity) {}

  /** A match for good, as stored. */
  record RecordRow(
      UUID id,
      UUID organizationId,
      UUID invoiceId,
      int position,
      UUID orderLineId,
      @Nullable UUID receiptLineId,
      BigDecimal quantity,
      BigDecimal net,
      String currency,
      Instant recordedAt) {}

  /** A line of a receipt or return, to be shown. */
  record ReceiptRow(
      String number,
      String kind,
      LocalDate occurredOn,
      @Nullable String deliveryNote,
      UUID orderLineId,
      BigDecimal quantity,
      String unit) {}

  /** What came of an order line and is not invoiced, as stored. */
  record OwedRow(
      UUID orderLineId,
      String orderNumber,
      int position,
      String name,
      String supplier,
      String account,
      @Nullable String costCentre,
      @Nullable String project,
      BigDecimal quantity,
      String unit,
      @Nullable BigDecimal amount) {}

  /** An invoice that waits or is held. */
  record Waiting(
      UUID invoiceId,
      String documentNumber,
      String number,
      @Nullable String orderNumber,
      String supplier,
      BigDecimal gross,
      String currency,
      MatchState state,
      Instant changedAt) {}
}
