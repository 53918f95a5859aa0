package org.countinghouse.journals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface ManualJournalMapper {

  /** Takes the next number of a series; a failing transaction gives it back. */
  long nextNumber(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear);

  void insert(@Param("row") ManualJournal row);

  @Nullable ManualJournal find(@Param("id") UUID id);

  @Nullable ManualJournal lockById(@Param("id") UUID id);

  @Nullable ManualJournal findByNumber(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  @Nullable ManualJournal findByJournal(@Param("journalId") UUID journalId);

  List<ManualJournal> list(@Param("filter") ManualJournalFilter filter);

  List<ManualJournal> listOpen(
      @Param("organizationId") UUID organizationId,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  int update(
      @Param("id") UUID id, @Param("content") JournalContent content, @Param("by") String by);

  int submit(@Param("id") UUID id, @Param("by") String by, @Param("at") Instant at);

  int giveBack(@Param("id") UUID id);

  int end(@Param("id") UUID id, @Param("end") End end);

  void deleteLines(@Param("id") UUID id);

  void insertLines(
      @Param("organizationId") UUID organizationId,
      @Param("id") UUID id,
      @Param("rows") List<LineRow> rows);

  List<LineRow> listLines(@Param("id") UUID id);

  /** How a journal ended. */
  record End(
      ManualJournalState state,
      String by,
      Instant at,
      @Nullable String reason,
      @Nullable String contentHash,
      @Nullable UUID journalId,
      @Nullable String approvedBy,
      @Nullable String approvedFor) {}

  /** A line as stored. */
  record LineRow(
      int lineNo,
      String account,
      String currency,
      BigDecimal amount,
      @Nullable BigDecimal baseAmount,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      @Nullable String text) {

    static LineRow of(int lineNo, ManualLine line) {
      Money base = line.baseAmount();
      return new LineRow(
          lineNo,
          line.account(),
          line.amount().currency().getCurrencyCode(),
          line.amount().amount(),
          base == null ? null : base.amount(),
          line.costCentre(),
          line.project(),
          line.taxCode(),
          line.text());
    }

    ManualLine line(Currency base) {
      return new ManualLine(
          account,
          new Money(amount, Currency.getInstance(currency)),
          baseAmount == null ? null : new Money(baseAmount, base),
          costCentre,
          project,
          taxCode,
          text);
    }
  }
}
