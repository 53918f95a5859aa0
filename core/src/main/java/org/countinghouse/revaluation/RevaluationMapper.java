package org.countinghouse.revaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface RevaluationMapper {

  List<TreatmentRow> listTreatments(@Param("organizationId") UUID organizationId);

  void upsertTreatment(
      @Param("organizationId") UUID organizationId,
      @Param("account") String account,
      @Param("treatment") Treatment treatment,
      @Param("by") String by,
      @Param("at") Instant at);

  /** Keeps a second revaluation of the organization waiting until this transaction ends. */
  void lock(@Param("organizationId") UUID organizationId);

  /** What accounts hold in foreign currency at the end of the period. */
  List<BalanceRow> listForeignBalances(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("base") String base);

  /** What journals of the period valued so far. */
  List<PostedRow> listPosted(
      @Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  int lastSequence(@Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  void insert(@Param("row") Row row);

  void insertLines(@Param("rows") List<LineRow> rows);

  List<Row> list(@Param("organizationId") UUID organizationId, @Param("period") LocalDate period);

  /** Balance of the account at the end of the period, in base currency. */
  BigDecimal baseBalance(
      @Param("organizationId") UUID organizationId,
      @Param("account") String account,
      @Param("period") LocalDate period);

  /** What was said of an account. */
  record TreatmentRow(String account, Treatment treatment) {}

  /** A balance, debit positive. */
  record BalanceRow(String account, String currency, BigDecimal balance, BigDecimal baseBalance) {}

  /** A valuation in the books, in base currency. */
  record PostedRow(String account, String currency, BigDecimal posted) {}

  /** A revaluation as stored. */
  record Row(
      UUID id,
      UUID organizationId,
      LocalDate period,
      int sequence,
      UUID journalId,
      UUID reversalId,
      String postedBy,
      Instant postedAt) {}

  /** What a revaluation found and posted, per account and currency. */
  record LineRow(
      UUID organizationId,
      UUID revaluationId,
      String account,
      String currency,
      BigDecimal balance,
      BigDecimal bookValue,
      BigDecimal rate,
      LocalDate publishedOn,
      String rateSource,
      BigDecimal worth,
      BigDecimal posted,
      String baseCurrency) {}
}
