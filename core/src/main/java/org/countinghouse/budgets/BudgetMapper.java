package org.countinghouse.budgets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface BudgetMapper {

  List<Budget> list(@Param("organizationId") UUID organizationId);

  @Nullable Budget find(@Param("id") UUID id);

  @Nullable Budget lockById(@Param("id") UUID id);

  /** Makers of versions of one plan wait for each other. */
  void lockPlan(@Param("organizationId") UUID organizationId, @Param("plan") String plan);

  int lastVersion(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("fiscalYear") int fiscalYear);

  void insert(@Param("row") Budget row);

  void insertLines(@Param("rows") Collection<LineRow> rows);

  List<LineRow> listLines(@Param("budgetId") UUID budgetId);

  int replace(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("fiscalYear") int fiscalYear);

  int activate(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  int discard(@Param("id") UUID id);

  Totals total(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("fiscalYear") int fiscalYear,
      @Param("account") @Nullable String account,
      @Param("costCentre") @Nullable String costCentre);

  Set<String> listPlannedAccounts(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("fiscalYear") int fiscalYear,
      @Param("costCentre") @Nullable String costCentre);

  /** A line as stored: debit positive. */
  record LineRow(
      UUID organizationId,
      UUID budgetId,
      String account,
      @Nullable String costCentre,
      LocalDate period,
      BigDecimal amount,
      String currency) {}

  /** Planned and actual of a year, debit positive. */
  record Totals(boolean inForce, BigDecimal planned, BigDecimal actual) {}
}
