package org.countinghouse.tax.report.taxsummary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface TaxSummaryMapper {

  /** Sums per code, treatment and accounts, by code. */
  List<CodeRow> listCodes(@Param("span") Span span);

  /** What moved on each tax account, by code of the account; debit positive. */
  List<AccountRow> listAccounts(@Param("span") Span span);

  /** Whose figures of which days, as known when. */
  record Span(UUID organizationId, LocalDate from, LocalDate to, Instant knownAt) {}

  /** A tax code's sums in base currency. */
  record CodeRow(
      String taxCode,
      String name,
      @Nullable String treatment,
      BigDecimal taxable,
      BigDecimal inputTax,
      BigDecimal outputTax,
      BigDecimal costTax,
      long entries) {}

  /** A tax account: by tax codes, and all that was posted. */
  record AccountRow(String account, String name, BigDecimal coded, BigDecimal movement) {}
}
