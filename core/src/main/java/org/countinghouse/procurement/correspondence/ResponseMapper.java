package org.countinghouse.procurement.correspondence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ResponseMapper {

  void insert(@Param("row") Row row);

  void insertLines(@Param("organizationId") UUID organizationId, @Param("rows") List<LineRow> rows);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row lockById(@Param("id") UUID id);

  @Nullable Row findByNumber(@Param("orderId") UUID orderId, @Param("number") String number);

  List<Row> listByOrder(@Param("orderId") UUID orderId);

  List<Row> listOpen(@Param("organizationId") UUID organizationId);

  List<LineRow> listLines(@Param("responseId") UUID responseId);

  int settle(
      @Param("id") UUID id,
      @Param("decision") OrderResponse.Decision decision,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") String reason);

  /** An answer as stored, without its lines. */
  record Row(
      UUID id,
      UUID organizationId,
      UUID orderId,
      int orderVersion,
      String responseNumber,
      LocalDate issuedOn,
      OrderResponse.Answer answer,
      @Nullable String note,
      @Nullable UUID documentId,
      OrderResponse.State state,
      Instant receivedAt,
      OrderResponse.@Nullable Decision decision,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String decisionReason) {

    OrderResponse response(List<LineRow> lines) {
      return new OrderResponse(
          id,
          organizationId,
          orderId,
          orderVersion,
          responseNumber,
          issuedOn,
          answer,
          note,
          documentId,
          state,
          receivedAt,
          decision,
          decidedBy,
          decidedAt,
          decisionReason,
          lines.stream().map(LineRow::line).toList());
    }
  }

  /** A line as stored. */
  record LineRow(
      UUID id,
      UUID responseId,
      int place,
      @Nullable Integer position,
      OrderResponse.LineAnswer answer,
      @Nullable String name,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      @Nullable LocalDate deliverOn,
      @Nullable String note) {

    OrderResponse.Line line() {
      return new OrderResponse.Line(
          position, answer, name, quantity, unit, unitPrice, deliverOn, note);
    }
  }
}
