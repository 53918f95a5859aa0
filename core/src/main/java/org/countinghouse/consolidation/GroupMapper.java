package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.ledger.AccountType;
import org.jspecify.annotations.Nullable;

@Mapper
interface GroupMapper {

  void insert(@Param("row") Row row, @Param("by") String by, @Param("at") Instant at);

  @Nullable Row find(@Param("id") UUID id);

  @Nullable Row findByCode(@Param("code") String code);

  List<Row> list();

  void insertMember(
      @Param("group") Group group,
      @Param("memberId") UUID memberId,
      @Param("by") String by,
      @Param("at") Instant at);

  /** By organization code. */
  List<UUID> listMembers(@Param("groupId") UUID groupId);

  void insertAccounts(@Param("group") Group group, @Param("accounts") List<GroupAccount> accounts);

  List<AccountRow> listAccounts(@Param("groupId") UUID groupId);

  void deleteRanges(@Param("groupId") UUID groupId, @Param("memberId") UUID memberId);

  void insertRanges(
      @Param("group") Group group,
      @Param("memberId") UUID memberId,
      @Param("ranges") List<AccountRange> ranges);

  List<AccountRange> listRanges(@Param("groupId") UUID groupId, @Param("memberId") UUID memberId);

  void insertPair(
      @Param("group") Group group,
      @Param("id") UUID id,
      @Param("pair") NewPair pair,
      @Param("by") String by,
      @Param("at") Instant at);

  List<IntercompanyPair> listPairs(@Param("groupId") UUID groupId);

  boolean isEliminated(@Param("pairId") UUID pairId);

  int deletePair(@Param("groupId") UUID groupId, @Param("pairId") UUID pairId);

  void setHistoricalRate(
      @Param("group") Group group,
      @Param("rate") HistoricalRate rate,
      @Param("by") String by,
      @Param("at") Instant at);

  List<HistoricalRate> listHistoricalRates(@Param("groupId") UUID groupId);

  /** The table's columns as they are stored. */
  record Row(
      UUID id,
      UUID organizationId,
      String code,
      String name,
      String currency,
      BigDecimal tolerance) {

    static Row of(UUID id, NewGroup wanted) {
      return new Row(
          id,
          wanted.organizationId(),
          wanted.code(),
          wanted.name(),
          wanted.currency().getCurrencyCode(),
          wanted.tolerance());
    }

    Group group() {
      return new Group(id, organizationId, code, name, Currency.getInstance(currency), tolerance);
    }
  }

  /** An account of the group's chart as it is stored. */
  record AccountRow(
      String code,
      String name,
      AccountType type,
      Translation translation,
      @Nullable GroupPurpose purpose) {

    GroupAccount account() {
      return new GroupAccount(code, name, type, translation, purpose);
    }
  }
}
