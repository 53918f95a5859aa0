package org.countinghouse.ledger;

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
interface YearEndMapper {

  /** Keeps every month of the year from being reopened until the transaction ends. */
  List<LocalDate> shareMonths(
      @Param("organizationId") UUID organizationId, @Param("fiscalYear") int fiscalYear);

  /** One carrying forward of a year at a time. */
  @Nullable Integer lockYear(
      @Param("organizationId") UUID organizationId, @Param("fiscalYear") int fiscalYear);

  /** What income and expense accounts moved in the year less what was carried forward of it. */
  List<ResultRow> listOpenResult(
      @Param("organizationId") UUID organizationId, @Param("fiscalYear") int fiscalYear);

  List<Row> list(@Param("organizationId") UUID organizationId);

  void insert(@Param("row") YearClosing row);

  int reverse(
      @Param("id") UUID id,
      @Param("reversalId") @Nullable UUID reversalId,
      @Param("reversalDate") @Nullable LocalDate reversalDate,
      @Param("by") String by,
      @Param("at") Instant at);

  /** The table's columns as they are stored. */
  record Row(
      UUID id,
      UUID organizationId,
      int fiscalYear,
      int number,
      BigDecimal result,
      @Nullable UUID journalId,
      @Nullable LocalDate postingDate,
      String closedBy,
      Instant closedAt,
      @Nullable UUID reversalId,
      @Nullable LocalDate reversalDate,
      @Nullable String reversedBy,
      @Nullable Instant reversedAt) {

    YearClosing closing(Currency base) {
      return new YearClosing(
          id,
          organizationId,
          fiscalYear,
          number,
          new Money(result, base),
          journalId,
          postingDate,
          closedBy,
          closedAt,
          reversalId,
          reversalDate,
          reversedBy,
          reversedAt);
    }
  }

  /** Per account and currency, in the order they are posted. */
  record ResultRow(
      String account,
      String name,
      AccountType type,
      String currency,
      BigDecimal amount,
      BigDecimal baseAmount) {}
}
