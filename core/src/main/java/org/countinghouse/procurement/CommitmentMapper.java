package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface CommitmentMapper {

  List<AccountAmount> listByAccount(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("until") LocalDate until,
      @Param("costCentre") @Nullable String costCentre);

  /** What other orders on their way have asked for, in base currency. */
  BigDecimal reserved(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("until") LocalDate until,
      @Param("account") String account,
      @Param("costCentre") @Nullable String costCentre,
      @Param("exceptOrder") @Nullable UUID exceptOrder);

  /** Whether the budget in force plans for this account at all: by cost centre, or in whole. */
  Planned planned(
      @Param("organizationId") UUID organizationId,
      @Param("code") String code,
      @Param("fiscalYear") int fiscalYear,
      @Param("account") String account,
      @Param("costCentre") @Nullable String costCentre);

  /** Two that check the same budget wait for each other. */
  void lockBudget(@Param("organizationId") UUID organizationId, @Param("budget") String budget);

  List<OpenCommitment> listOpen(
      @Param("organizationId") UUID organizationId,
      @Param("account") @Nullable String account,
      @Param("costCentre") @Nullable String costCentre);

  /** An amount in base currency. */
  record AccountAmount(String account, BigDecimal amount) {}

  /** What a budget plans for. */
  record Planned(boolean inForce, boolean byCostCentre, boolean inWhole) {}
}
