package org.countinghouse.assets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.assets.schedule.Convention;
import org.countinghouse.assets.schedule.Method;
import org.jspecify.annotations.Nullable;

@Mapper
interface AssetMapper {

  /** Whoever changes the register of an organization waits for whoever does. */
  long lockRegister(@Param("organizationId") UUID organizationId);

  void updateLastNumber(@Param("organizationId") UUID organizationId, @Param("number") long number);

  List<AssetCategory> listCategories(@Param("organizationId") UUID organizationId);

  void insertCategory(
      @Param("row") AssetCategory row, @Param("by") String by, @Param("at") Instant at);

  void insertAssets(
      @Param("rows") Collection<AssetRow> rows, @Param("by") String by, @Param("at") Instant at);

  List<AssetRow> listAssets(@Param("query") AssetQuery query);

  @Nullable AssetRow find(@Param("id") UUID id);

  List<String> listTags(@Param("organizationId") UUID organizationId, @Param("tags") String[] tags);

  List<TagRow> listIdsByTag(@Param("organizationId") UUID organizationId);

  int updatePlace(
      @Param("id") UUID id,
      @Param("version") int version,
      @Param("costCentre") @Nullable String costCentre,
      @Param("project") @Nullable String project,
      @Param("location") @Nullable String location);

  void insertTransactions(@Param("rows") Collection<TransactionRow> rows);

  List<TransactionRow> listTransactions(@Param("assetId") UUID assetId);

  @Nullable TransactionRow findTransaction(@Param("id") UUID id);

  /** What happened to the assets that are still there or not at rest, depreciation left out. */
  List<TransactionRow> listEvents(@Param("organizationId") UUID organizationId);

  /** The assets whose sums are not all zero: what a depreciation run has to look at. */
  List<AssetRow> listLive(@Param("organizationId") UUID organizationId);

  /** Depreciation recorded up to a month, by asset. */
  List<SumRow> sumDepreciation(
      @Param("organizationId") UUID organizationId, @Param("last") LocalDate last);

  void insertRevision(@Param("row") RevisionRow row);

  /** New estimates, in the order they were made. */
  List<RevisionRow> listRevisions(
      @Param("organizationId") UUID organizationId, @Param("assetId") @Nullable UUID assetId);

  List<UnitsRow> listUnits(
      @Param("organizationId") UUID organizationId, @Param("assetId") @Nullable UUID assetId);

  void upsertUnits(
      @Param("rows") Collection<UnitsRow> rows, @Param("by") String by, @Param("at") Instant at);

  int countRuns(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("category") String category);

  void insertRun(@Param("row") RunRow row, @Param("by") String by, @Param("at") Instant at);

  RunTotal totalRuns(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** Account, what the ledger has on it and what the register says, to the end of a month. */
  List<TieRow> listTies(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** A tag and whose it is. */
  record TagRow(String tag, UUID id, long number) {}

  /** A sum by asset. */
  record SumRow(UUID assetId, BigDecimal amount) {}

  /** Production of a month. */
  record UnitsRow(UUID organizationId, UUID assetId, LocalDate period, BigDecimal units) {}

  /** A new estimate as stored. */
  record RevisionRow(
      UUID id,
      UUID organizationId,
      UUID assetId,
      LocalDate period,
      int lifeMonths,
      BigDecimal residual,
      String currency,
      String reason,
      String createdBy,
      Instant recordedAt) {}

  /** A posted run as stored. */
  record RunRow(
      UUID id,
      UUID organizationId,
      LocalDate period,
      String category,
      int sequence,
      UUID journalId,
      int assets,
      BigDecimal amount,
      String currency) {}

  /** What was posted for a month. */
  record RunTotal(int journals, BigDecimal amount) {}

  /** An account and both sides of it, debit positive. */
  record TieRow(String account, BigDecimal ledger, BigDecimal register) {}

  /** Which assets. */
  record AssetQuery(
      UUID organizationId,
      @Nullable String category,
      @Nullable String costCentre,
      @Nullable String text,
      int limit,
      int offset) {}

  /** An asset as stored. */
  record AssetRow(
      UUID id,
      UUID organizationId,
      long number,
      @Nullable String tag,
      String name,
      String category,
      @Nullable String serialNumber,
      @Nullable String location,
      @Nullable String costCentre,
      @Nullable String project,
      LocalDate inServiceOn,
      Method method,
      Convention convention,
      @Nullable Integer lifeMonths,
      @Nullable BigDecimal annualRate,
      BigDecimal residual,
      String currency,
      @Nullable BigDecimal units,
      @Nullable String unit,
      int version) {}

  /** A transaction as stored. */
  record TransactionRow(
      UUID id,
      UUID organizationId,
      UUID assetId,
      AssetTransaction.Kind kind,
      LocalDate effectiveOn,
      LocalDate period,
      BigDecimal cost,
      BigDecimal accumulated,
      String currency,
      @Nullable BigDecimal proceeds,
      @Nullable UUID journalId,
      @Nullable UUID reversesId,
      String costAccount,
      @Nullable String depreciationAccount,
      @Nullable String reason,
      String createdBy,
      Instant recordedAt) {}
}
