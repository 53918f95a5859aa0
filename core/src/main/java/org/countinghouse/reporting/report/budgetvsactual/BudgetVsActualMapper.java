package org.countinghouse.reporting.report.budgetvsactual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface BudgetVsActualMapper {

  /** Accounts planned for or moved in the year up to the month, in the order of types and codes. */
  List<Row> list(@Param("query") Query query);

  /** The version meant: the one in force, or the one of this number; null when there is none. */
  @Nullable Integer findVersion(@Param("query") Query query);

  /**
   * What is asked for.
   *
   * @param version null: the one in force
   * @param costCentre null: all
   * @param byCostCentre a row for each cost centre instead of one
   */
  record Query(
      UUID organizationId,
      String code,
      int fiscalYear,
      @Nullable Integer version,
      LocalDate yearStart,
      LocalDate month,
      @Nullable String costCentre,
      boolean byCostCentre) {}

  /**
   * One account, debit positive, in base currency.
   *
   * @param committed ordered to come in the fiscal year and not invoiced
   */
  record Row(
      String account,
      String name,
      String type,
      @Nullable String costCentre,
      BigDecimal plannedMonth,
      BigDecimal actualMonth,
      BigDecimal plannedToDate,
      BigDecimal actualToDate,
      BigDecimal plannedYear,
      BigDecimal committed) {}
}
