package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface RunMapper {

  void insert(@Param("row") Row row);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row lock(@Param("id") UUID id);

  @Nullable Row findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  List<Row> list(
      @Param("organizationId") UUID organizationId,
      @Param("state") PaymentRun.@Nullable State state,
      @Param("limit") int limit);

  /** The next sequence number of the year; gapless, since the year's counter is locked. */
  long nextSequence(
      @Param("organizationId") UUID organizationId, @Param("fiscalYear") int fiscalYear);

  int updateState(
      @Param("id") UUID id,
      @Param("state") PaymentRun.State state,
      @Nullable @Param("submittedBy") String submittedBy,
      @Nullable @Param("at") Instant at);

  int updatePayOn(@Param("id") UUID id, @Param("payOn") LocalDate payOn);

  int release(
      @Param("id") UUID id,
      @Param("by") String by,
      @Nullable @Param("onBehalfOf") String onBehalfOf,
      @Param("at") Instant at,
      @Param("hash") String hash);

  int cancel(
      @Param("id") UUID id,
      @Param("by") String by,
      @Param("at") Instant at,
      @Param("reason") String reason);

  void insertChange(@Param("row") ChangeRow row);

  List<ChangeRow> listChanges(@Param("runId") UUID runId, @Param("limit") int limit);

  /** Everybody who changed the run. */
  List<String> listEditors(@Param("runId") UUID runId);

  void insertFile(@Param("file") PaymentFile file, @Param("outboxId") UUID outboxId);

  List<PaymentFile> listFiles(@Param("runId") UUID runId);

  List<UUID> listOutboxIds(@Param("runId") UUID runId);

  int updateFiles(@Param("runId") UUID runId, @Param("state") PaymentFile.State state);

  /** A run as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      String number,
      int fiscalYear,
      long sequence,
      PaymentRun.State state,
      LocalDate payOn,
      LocalDate dueUntil,
      BigDecimal minimumAmount,
      String baseCurrency,
      BigDecimal discountYieldMin,
      @Nullable String currency,
      @Nullable UUID bankAccountId,
      @Nullable PaymentMethod method,
      String proposedBy,
      Instant proposedAt,
      @Nullable String submittedBy,
      @Nullable String releasedBy,
      @Nullable Instant releasedAt,
      @Nullable String contentHash,
      @Nullable String endReason) {

    PaymentRun run() {
      return new PaymentRun(
          id,
          organizationId,
          number,
          state,
          payOn,
          dueUntil,
          new Money(minimumAmount, Currency.getInstance(baseCurrency)),
          currency == null ? null : Currency.getInstance(currency),
          bankAccountId,
          method,
          proposedBy,
          proposedAt,
          submittedBy,
          releasedBy,
          releasedAt,
          contentHash,
          endReason);
    }

    /** What payments and files of the run are called by: {@code P26000017}. */
    String stem() {
      return "P%02d%06d".formatted(fiscalYear % 100, sequence);
    }
  }

  /** What somebody changed, as stored. */
  record ChangeRow(
      UUID id,
      UUID organizationId,
      UUID runId,
      @Nullable UUID itemId,
      String action,
      String detail,
      String changedBy,
      Instant changedAt) {}
}
