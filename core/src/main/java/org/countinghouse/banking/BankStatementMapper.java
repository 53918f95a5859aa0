package org.countinghouse.banking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface BankStatementMapper {

  /** Keeps others from booking statements of the account until this transaction ends. */
  @Nullable UUID lockAccount(@Param("bankAccountId") UUID bankAccountId);

  @Nullable PositionRow findPosition(@Param("bankAccountId") UUID bankAccountId);

  void upsertPosition(
      @Param("bankAccountId") UUID bankAccountId,
      @Param("organizationId") UUID organizationId,
      @Param("row") PositionRow row);

  /** How often each amount was booked on each day of these; entries in parts count once. */
  List<KeptRow> listKept(
      @Param("bankAccountId") UUID bankAccountId,
      @Param("from") LocalDate from,
      @Param("to") LocalDate to);

  /** The statement of this content that is booked or held. */
  @Nullable Row findSame(
      @Param("organizationId") UUID organizationId,
      @Param("bankAccountId") @Nullable UUID bankAccountId,
      @Param("accountShown") String accountShown,
      @Param("contentKey") String contentKey);

  @Nullable Row find(@Param("id") UUID id);

  List<Row> list(@Param("filter") StatementFilter filter);

  /** Those held, in the order of their days. */
  List<Row> listHeld(@Param("bankAccountId") UUID bankAccountId);

  /** What was booked after a day. */
  BigDecimal sumAfter(@Param("bankAccountId") UUID bankAccountId, @Param("day") LocalDate day);

  void insert(@Param("row") Row row, @Param("options") String options);

  /** What the reader was told when the statement came in. */
  String findOptions(@Param("id") UUID id);

  /** Brings a held statement to its end; the number of rows is one unless it was held no longer. */
  int settle(@Param("row") Row row);

  /** Moves the entries that were read and are not known to where they stay. */
  int keepEntries(
      @Param("organizationId") UUID organizationId,
      @Param("statementId") UUID statementId,
      @Param("bankAccountId") UUID bankAccountId,
      @Param("place") int place,
      @Param("shifts") Shifts shifts);

  List<EntryRow> listEntries(
      @Param("statementId") UUID statementId,
      @Param("afterPosition") int afterPosition,
      @Param("limit") int limit);

  @Nullable EntryRow findEntry(@Param("id") UUID id);

  /** From where to where an account is known. */
  record PositionRow(
      BigDecimal firstOpening,
      LocalDate firstDay,
      BigDecimal balance,
      LocalDate lastDay,
      @Nullable Long lastSequence,
      String currency) {}

  /** Bookings of one amount on one day. */
  record KeptRow(LocalDate day, BigDecimal amount, int count) {}

  /**
   * Bookings of a statement that are kept already, as columns.
   *
   * @param skips how many of the statement's are those
   * @param kept how many there are
   */
  record Shifts(LocalDate[] days, BigDecimal[] amounts, Integer[] skips, Integer[] kept) {}

  /** A statement as stored; findings as JSON. */
  record Row(
      UUID id,
      UUID organizationId,
      @Nullable UUID bankAccountId,
      String accountShown,
      String state,
      String format,
      String version,
      String name,
      @Nullable Long sequence,
      @Nullable LocalDate fromOn,
      @Nullable LocalDate toOn,
      @Nullable BigDecimal opening,
      @Nullable BigDecimal closing,
      @Nullable String currency,
      BigDecimal credits,
      BigDecimal debits,
      int entries,
      int newEntries,
      String findings,
      String contentKey,
      UUID documentId,
      int place,
      String receivedBy,
      Instant receivedAt,
      @Nullable String settledBy,
      @Nullable Instant settledAt,
      @Nullable String reason) {}

  /** An entry as stored. */
  record EntryRow(
      UUID id,
      UUID organizationId,
      UUID statementId,
      UUID bankAccountId,
      int position,
      int part,
      LocalDate bookedOn,
      LocalDate valueOn,
      BigDecimal amount,
      String currency,
      boolean charge,
      @Nullable String code,
      @Nullable String bankReference,
      @Nullable String endToEndId,
      @Nullable String batchId,
      @Nullable String counterpartyName,
      @Nullable String counterpartyAccount,
      String remittance,
      @Nullable BigDecimal charges,
      @Nullable BigDecimal originalAmount,
      @Nullable String originalCurrency,
      @Nullable String returnCode) {}
}
