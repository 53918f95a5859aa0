package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AllocationMapper {

  List<RuleRow> listRules(@Param("organizationId") UUID organizationId);

  /** Keeps others from running or changing the rules of an organization until the end. */
  List<UUID> lockRules(@Param("organizationId") UUID organizationId);

  List<TargetRow> listTargets(@Param("organizationId") UUID organizationId);

  void insertRule(@Param("row") RuleRow row, @Param("by") String by, @Param("at") Instant at);

  void insertTargets(@Param("rows") Collection<TargetRow> rows);

  int endRule(@Param("id") UUID id, @Param("validTo") LocalDate validTo);

  /** What stands on a cost centre in a month, by account, in base currency. */
  List<AccountAmount> listPool(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("costCentre") @Nullable String costCentre);

  /** What these sources posted in a month, by account and cost centre. */
  List<PlaceAmount> listPosted(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("nextPeriod") LocalDate nextPeriod,
      @Param("sources") String[] sources);

  /** What stands in a month by account and cost centre. */
  List<PlaceAmount> listByCostCentre(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** The value of each cost centre that is valid in a month. */
  List<ValueRow> listValues(
      @Param("organizationId") UUID organizationId,
      @Param("statistic") String statistic,
      @Param("period") LocalDate period);

  List<Statistics.Statistic> listStatistics(@Param("organizationId") UUID organizationId);

  void insertStatistic(
      @Param("organizationId") UUID organizationId,
      @Param("row") Statistics.Statistic row,
      @Param("by") String by,
      @Param("at") Instant at);

  void upsertValues(
      @Param("organizationId") UUID organizationId,
      @Param("rows") Collection<ValueRow> rows,
      @Param("by") String by,
      @Param("at") Instant at);

  int countRuns(@Param("ruleId") UUID ruleId, @Param("period") LocalDate period);

  void insertRun(@Param("row") RunRow row, @Param("by") String by, @Param("at") Instant at);

  void insertShares(@Param("rows") Collection<ShareRow> rows);

  List<RunRow> listRuns(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  List<ShareRow> listShares(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** A rule as stored. */
  record RuleRow(
      UUID id,
      UUID organizationId,
      String code,
      String name,
      int step,
      @Nullable String sourceCostCentre,
      String sourceAccounts,
      @Nullable String targetAccount,
      @Nullable String offsetAccount,
      Driver driver,
      @Nullable String statistic,
      @Nullable String driverAccounts,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {}

  /** A target as stored. */
  record TargetRow(
      UUID organizationId, UUID ruleId, String costCentre, @Nullable BigDecimal share) {}

  /** An amount on an account. */
  record AccountAmount(String account, BigDecimal amount) {}

  /** An amount on an account and cost centre. */
  record PlaceAmount(String account, @Nullable String costCentre, BigDecimal amount) {}

  /** The value of a statistic. */
  record ValueRow(String statistic, String costCentre, LocalDate validFrom, BigDecimal quantity) {}

  /** A run as stored. */
  record RunRow(
      UUID id,
      UUID organizationId,
      UUID ruleId,
      LocalDate period,
      int sequence,
      String kind,
      UUID journalId,
      BigDecimal allocated,
      String currency) {}

  /** What a cost centre got of a run. */
  record ShareRow(
      UUID organizationId,
      UUID runId,
      String costCentre,
      BigDecimal quantity,
      BigDecimal amount,
      String currency) {}
}
