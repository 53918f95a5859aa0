package org.countinghouse.procurement;

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
interface OrderMapper {

  /** Takes the next number of a series; a failing transaction gives it back. */
  long nextNumber(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear);

  void insert(@Param("row") OrderRow row);

  @Nullable OrderRow find(@Param("id") UUID id);

  @Nullable OrderRow lockById(@Param("id") UUID id);

  @Nullable OrderRow findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  List<OrderRow> list(@Param("filter") OrderFilter filter);

  /** Rewrites what the order says; its life goes on. */
  int reword(@Param("id") UUID id, @Param("version") int version, @Param("row") OrderRow row);

  int advance(@Param("id") UUID id, @Param("state") PurchaseOrder.State state);

  int issue(
      @Param("id") UUID id,
      @Param("buyer") String buyer,
      @Param("orderedOn") LocalDate orderedOn,
      @Param("at") Instant at);

  int end(
      @Param("id") UUID id,
      @Param("state") PurchaseOrder.State state,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") @Nullable String reason);

  List<LineRow> listLines(@Param("orderIds") Collection<UUID> orderIds);

  int deleteLinesExcept(@Param("orderId") UUID orderId, @Param("ids") Collection<UUID> ids);

  /** Adds lines and rewords known ones; what was counted on them stays. */
  void keepLines(@Param("rows") List<LineRow> rows);

  int count(@Param("lineId") UUID lineId, @Param("counts") Counts counts);

  void insertVersion(@Param("row") VersionRow row);

  @Nullable VersionRow findVersion(@Param("id") UUID id);

  List<VersionRow> listVersions(@Param("orderId") UUID orderId);

  int updateVersion(@Param("row") VersionRow row);

  int replaceInForce(@Param("orderId") UUID orderId);

  /** The highest position any wording of the order ever had; 0 for none. */
  int highestPosition(@Param("orderId") UUID orderId);

  /** An order as stored, without its lines. */
  record OrderRow(
      UUID id,
      UUID organizationId,
      String number,
      PurchaseOrder.Origin origin,
      PurchaseOrder.State state,
      int version,
      @Nullable UUID supplierId,
      String currency,
      LocalDate orderedOn,
      @Nullable LocalDate deliverBy,
      String requester,
      @Nullable String buyer,
      @Nullable String note,
      @Nullable UUID documentId,
      Instant createdAt,
      @Nullable String endReason) {}

  /** A line as stored. */
  record LineRow(
      UUID id,
      UUID organizationId,
      UUID orderId,
      int position,
      @Nullable String supplierItem,
      String name,
      String category,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      String currency,
      BigDecimal net,
      @Nullable BigDecimal baseNet,
      String account,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      boolean receiptRequired,
      BigDecimal quantityReceived,
      BigDecimal quantityReturned,
      BigDecimal quantityInvoiced) {}

  /** What is added to the counts of a line. */
  record Counts(BigDecimal received, BigDecimal returned, BigDecimal invoiced) {}

  /** A version as stored; contents as JSON. */
  record VersionRow(
      UUID id,
      UUID organizationId,
      UUID orderId,
      String orderNumber,
      int version,
      OrderVersion.State state,
      @Nullable String reason,
      String content,
      @Nullable String approvedContent,
      String currency,
      BigDecimal total,
      @Nullable BigDecimal increase,
      String preparedBy,
      Instant preparedAt,
      String changedBy,
      @Nullable String submittedBy,
      @Nullable Instant submittedAt,
      @Nullable String agreedBy,
      @Nullable Instant agreedAt,
      @Nullable String approvedBy,
      @Nullable String approvedFor,
      @Nullable Instant approvedAt,
      @Nullable Instant inForceAt,
      @Nullable String endedBy,
      @Nullable Instant endedAt,
      @Nullable String endReason) {}
}
