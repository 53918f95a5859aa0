package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface DisputeMapper {

  void insert(@Param("row") Row row);

  @Nullable Row find(@Param("id") UUID id);

  List<Row> listOf(@Param("invoiceId") UUID invoiceId);

  List<Row> listOpen(@Param("organizationId") UUID organizationId);

  int close(
      @Param("id") UUID id,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") String reason);

  int credit(@Param("id") UUID id, @Param("amount") BigDecimal amount);

  /** The item of the claim, if it is due already, holds back the sum of what is open. */
  int updateItem(@Param("invoiceId") UUID invoiceId);

  /** A dispute as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      UUID invoiceId,
      @Nullable Integer position,
      Dispute.Kind kind,
      BigDecimal amount,
      BigDecimal creditedAmount,
      String currency,
      String reason,
      String openedBy,
      Instant openedAt,
      @Nullable String closedBy,
      @Nullable Instant closedAt,
      @Nullable String closedReason) {

    static Row of(Dispute dispute) {
      return new Row(
          dispute.id(),
          dispute.organizationId(),
          dispute.invoiceId(),
          dispute.position(),
          dispute.kind(),
          dispute.amount().amount(),
          dispute.credited().amount(),
          dispute.amount().currency().getCurrencyCode(),
          dispute.reason(),
          dispute.openedBy(),
          dispute.openedAt(),
          dispute.closedBy(),
          dispute.closedAt(),
          dispute.closedReason());
    }

    Dispute value() {
      Currency money = Currency.getInstance(currency);
      return new Dispute(
          id,
          organizationId,
          invoiceId,
          position,
          kind,
          new Money(amount, money),
          new Money(creditedAmount, money),
          reason,
          openedBy,
          openedAt,
          closedBy,
          closedAt,
          closedReason);
    }
  }
}
