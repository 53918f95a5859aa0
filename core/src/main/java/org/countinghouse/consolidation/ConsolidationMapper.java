package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.access.Actor;
import org.jspecify.annotations.Nullable;

@Mapper
interface ConsolidationMapper {

  void insert(@Param("it") Consolidation consolidation);

  @Nullable Consolidation find(@Param("id") UUID id);

  @Nullable Consolidation lockById(@Param("id") UUID id);

  @Nullable Consolidation findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  @Nullable Consolidation findUnderWay(
      @Param("groupId") UUID groupId, @Param("firstDay") LocalDate firstDay);

  @Nullable Consolidation findNewestClosed(
      @Param("groupId") UUID groupId, @Param("firstDay") LocalDate firstDay);

  /** Newest month and attempt first; null: of every month. */
  List<Consolidation> list(
      @Param("groupId") UUID groupId, @Param("firstDay") @Nullable LocalDate firstDay);

  int lastSequence(@Param("groupId") UUID groupId, @Param("firstDay") LocalDate firstDay);

  int accept(@Param("id") UUID id, @Param("by") Actor by, @Param("reason") String reason);

  int freeze(
      @Param("id") UUID id,
      @Param("figuresHash") String figuresHash,
      @Param("workbookId") UUID workbookId);

  int submit(@Param("id") UUID id, @Param("by") Actor by, @Param("at") Instant at);

  int returnToChecking(@Param("id") UUID id, @Param("remark") String remark);

  int approve(@Param("id") UUID id, @Param("by") Actor by, @Param("at") Instant at);

  int close(@Param("id") UUID id, @Param("at") Instant at);

  int withdraw(@Param("id") UUID id, @Param("at") Instant at, @Param("remark") String remark);

  void clearMembers(@Param("id") UUID id);

  void clearRates(@Param("id") UUID id);

  void clearLines(@Param("id") UUID id);

  void clearMatches(@Param("id") UUID id);

  void insertMembers(
      @Param("it") Consolidation consolidation,
      @Param("members") List<ConsolidationMember> members);

  void insertRates(
      @Param("it") Consolidation consolidation, @Param("rates") List<ConsolidationRate> rates);

  void insertLines(
      @Param("it") Consolidation consolidation, @Param("lines") List<ConsolidationLine> lines);

  void insertMatches(
      @Param("it") Consolidation consolidation,
      @Param("pairId") UUID pairId,
      @Param("rows") List<PairMatch.CurrencyMatch> rows);

  List<ConsolidationMember> listMembers(@Param("id") UUID id);

  List<ConsolidationRate> listRates(@Param("id") UUID id);

  /** In their order. */
  List<ConsolidationLine> listLines(@Param("id") UUID id);

  List<MatchRow> listMatches(@Param("id") UUID id);

  List<ConsolidatedRow> listBalances(@Param("id") UUID id);

  /** Members, by code, of whom a month up to this one is open or took journals since. */
  List<String> listOutdated(@Param("id") UUID id);

  /** One currency of one pair as it is stored. */
  record MatchRow(
      UUID pairId,
      String currency,
      BigDecimal amountA,
      BigDecimal amountB,
      BigDecimal difference,
      BigDecimal groupDifference) {

    PairMatch.CurrencyMatch match() {
      return new PairMatch.CurrencyMatch(currency, amountA, amountB, difference, groupDifference);
    }
  }
}
