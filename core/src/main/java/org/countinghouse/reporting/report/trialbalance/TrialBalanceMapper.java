package org.countinghouse.reporting.report.trialbalance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface TrialBalanceMapper {

  /**
   * Accounts with postings, by code.
   *
   * @param month first day of the month of {@code asOf}
   * @param nextMonth first day of the month after
   */
  List<Row> list(
      @Param("organizationId") UUID organizationId,
      @Param("asOf") LocalDate asOf,
      @Param("month") LocalDate month,
      @Param("nextMonth") LocalDate nextMonth,
      @Param("knownAt") Instant knownAt);

  /** One account, in base currency. */
  record Row(String account, String name, String type, BigDecimal debit, BigDecimal credit) {}
}
