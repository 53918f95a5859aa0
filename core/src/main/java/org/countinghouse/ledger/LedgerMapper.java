package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

@Mapper
interface LedgerMapper {

  /**
   * Makes postings of one series queue up until the transaction ends, then looks whether this
   * reference is in the books.
   */
  boolean lockSeries(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear,
      @Param("source") String source,
      @Param("sourceReference") String sourceReference);

  @Nullable PostedJournal findByReference(
      @Param("organizationId") UUID organizationId,
      @Param("source") String source,
      @Param("sourceReference") String sourceReference);

  @Nullable PostedJournal find(@Param("id") UUID id);

  /** Makes reversals of one journal queue up. */
  @Nullable Integer lock(@Param("id") UUID id);

  @Nullable PostedJournal findReversalOf(@Param("id") UUID id);

  List<PostedJournal> list(@Param("filter") JournalFilter filter);

  List<LineRow> listLines(@Param("journalId") UUID journalId);

  /** The journal, its lines and both balances. */
  Entered insertJournal(
      @Param("row") JournalRow row,
      @Param("period") LocalDate period,
      @Param("lines") LineColumns lines);

  @Nullable ChainHead chainHead(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear);

  /** How many journals were known at an instant, and how many there are. */
  KnownShare knownShare(
      @Param("organizationId") UUID organizationId, @Param("knownAt") Instant knownAt);

  /**
   * Sums per account of everything posted before a day.
   *
   * @param brokenMonth first day of the month the day falls in; everything before comes from the
   *     balances
   * @param knownAt only looked at on a basis of lines
   */
  List<TrialBalanceRow> listTrialBalance(
      @Param("organizationId") UUID organizationId,
      @Param("brokenMonth") LocalDate brokenMonth,
      @Param("dayAfter") LocalDate dayAfter,
      @Param("basis") Basis basis,
      @Param("knownAt") Instant knownAt);

  /** Until the transaction ends, sums by account may be kept in memory instead of being sorted. */
  String allowMemory();

  List<DifferenceRow> listDifferences(
      @Param("organizationId") UUID organizationId,
      @Param("period") LocalDate period,
      @Param("nextPeriod") LocalDate nextPeriod);

  /** Known journals of all journals. */
  record KnownShare(long known, long journals) {

    /** What costs least to sum. */
    Basis basis() {
      if (known == journals) {
        return Basis.BALANCES;
      }
      return 2 * known < journals ? Basis.KNOWN_LINES : Basis.LESS_LATER_LINES;
    }
  }

  /** What a trial balance is summed from. */
  enum Basis {
    BALANCES,
    LESS_LATER_LINES,
    KNOWN_LINES
  }

  /** A journal before it has its number. */
  record JournalRow(
      UUID id,
      UUID organizationId,
      LocalDate postingDate,
      String description,
      String source,
      String sourceReference,
      Signatures signatures,
      @Nullable UUID reversesId,
      int lineCount,
      byte[] contentHash,
      String series,
      int fiscalYear,
      Instant recordedAt) {

    static JournalRow of(
        JournalDraft draft,
        Signatures signatures,
        @Nullable UUID reversesId,
        int fiscalYear,
        Instant now) {
      return new JournalRow(
          Ids.next(),
          draft.organizationId(),
          draft.postingDate(),
          draft.description(),
          draft.source(),
          draft.sourceReference(),
          signatures,
          reversesId,
          draft.lines().size(),
          contentHash(draft, signatures, reversesId),
          Ledger.SERIES,
          fiscalYear,
          now);
    }

    private static byte[] contentHash(
        JournalDraft draft, Signatures signatures, @Nullable UUID reversesId) {
      JournalDigest digest =
          new JournalDigest()
              .header(
                  draft.organizationId(),
                  draft.postingDate(),
                  draft.source(),
                  draft.sourceReference(),
                  draft.description(),
                  signatures,
                  reversesId);
      for (int i = 0; i < draft.lines().size(); i++) {
        digest.line(i + 1, draft.lines().get(i));
      }
      return digest.contentHash();
    }
  }

  /** What the series gave it. */
  record Entered(long number, Instant recordedAt, String chainHash) {}

  /** Lines by column, as arrays: one statement for any number of them. */
  record LineColumns(
      String[] accounts,
      String[] currencies,
      BigDecimal[] amounts,
      BigDecimal[] baseAmounts,
      @Nullable String[] costCentres,
      @Nullable String[] projects,
      @Nullable String[] texts) {

    static LineColumns of(List<DraftLine> lines) {
      return new LineColumns(
          column(lines, DraftLine::account, String[]::new),
          column(lines, line -> line.amount().currency().getCurrencyCode(), String[]::new),
          column(lines, line -> line.amount().amount(), BigDecimal[]::new),
          column(lines, line -> line.baseAmount().amount(), BigDecimal[]::new),
          column(lines, DraftLine::costCentre, String[]::new),
          column(lines, DraftLine::project, String[]::new),
          column(lines, DraftLine::text, String[]::new));
    }

    private static <T extends @Nullable Object> T[] column(
        List<DraftLine> lines, Function<DraftLine, T> field, IntFunction<T[]> array) {
      return lines.stream().map(field).toArray(array);
    }
  }

  /** A line as it is stored, beside what is shown. */
  record LineRow(
      int lineNo,
      String account,
      String currency,
      BigDecimal amount,
      BigDecimal baseAmount,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String text,
      String shownText) {

    PostedLine posted(Currency base) {
      return new PostedLine(
          lineNo, account, money(), new Money(baseAmount, base), costCentre, project, shownText);
    }

    DraftLine mirrored(Currency base) {
      return new DraftLine(
          account,
          money().negated(),
          new Money(baseAmount, base).negated(),
          costCentre,
          project,
          text);
    }

    private Money money() {
      return new Money(amount, Currency.getInstance(currency));
    }
  }

  /** A balance that is not the sum of its lines. */
  record DifferenceRow(
      String account,
      @Nullable String costCentre,
      String currency,
      BigDecimal storedDebit,
      BigDecimal lineDebit,
      BigDecimal storedCredit,
      BigDecimal lineCredit) {

    BalanceDifference in(YearMonth month) {
      return new BalanceDifference(
          account, costCentre, month, currency, storedDebit, lineDebit, storedCredit, lineCredit);
    }
  }
}
