package org.countinghouse.reporting.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.cursor.Cursor;
import org.countinghouse.ledger.AccountType;
import org.jspecify.annotations.Nullable;

@Mapper
interface ExportMapper {

  List<AccountRow> listAccounts(UUID organizationId);

  List<BalanceRow> listBalancesBefore(
      @Param("organizationId") UUID organizationId, @Param("from") LocalDate from);

  /** Read from the server in portions; the caller closes it within its transaction. */
  Cursor<LineRow> streamLines(
      @Param("organizationId") UUID organizationId,
      @Param("from") @Nullable LocalDate from,
      @Param("to") LocalDate to);

  /** An account. */
  record AccountRow(String account, String name, AccountType type) {}

  /** What an account stands at in one currency. */
  record BalanceRow(String account, String currency, BigDecimal amount, BigDecimal baseAmount) {}

  /** A line with its journal's words. */
  record LineRow(
      String number,
      LocalDate postingDate,
      String description,
      String source,
      String sourceReference,
      String maker,
      @Nullable String checker,
      int lineNo,
      String account,
      String currency,
      BigDecimal amount,
      BigDecimal baseAmount,
      @Nullable String costCentre,
      @Nullable String text) {}
}
