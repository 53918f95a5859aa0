package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.payments.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Works on a table of its own transaction, {@code bank_match}: each step adds the explanations it
 * finds for entries that have none yet, in the order they are asked.
 */
@Mapper
interface BankMatchMapper {

  /** Makes the table, empty. */
  void stage();

  /** Makes the tables of what is to be explained, empty. */
  void stageWork();

  /** Entries that are to be explained. */
  int fillWork(@Param("run") Run run);

  /** Words of entries not explained yet that may be numbers. */
  int fillWords();

  /** The invoices those words name. */
  int fillNamed(@Param("run") Run run);

  /** Gives the planner its figures of what was found. */
  void analyze();

  /** Gives the planner its figures of the entries. */
  void analyzeWork();

  /** Gives the planner its figures of the words. */
  void analyzeWords();

  /** Gives the planner its figures of the invoices named. */
  void analyzeNamed();

  int matchEndToEnd(@Param("run") Run run);

  int matchReturns(@Param("run") Run run);

  int matchReference(@Param("run") Run run);

  int matchItems(@Param("run") Run run);

  int matchCounterparty(@Param("run") Run run);

  int matchRules(@Param("run") Run run);

  int matchCharges(@Param("run") Run run);

  int matchLearned(@Param("run") Run run);

  int keepInSuspense(@Param("run") Run run);

  void insertParts(@Param("parts") Collection<PartRow> parts);

  int mirror(@Param("organizationId") UUID organizationId, @Param("entryId") UUID entryId);

  List<LocalDate> listDays();

  void convert(@Param("rates") Rates rates, @Param("scale") int scale);

  void relieveTransit(@Param("organizationId") UUID organizationId);

  /** Whether something is settled that is not in base currency. */
  boolean isForeign(@Param("base") String base);

  /** What is posted, debit above zero; {@code BANK}: on the account the entries come from. */
  List<LineRow> listLines(@Param("place") String place, @Param("currency") String currency);

  List<ItemRow> listItems();

  void setSettlements(@Param("ids") String[] ids, @Param("settlements") String[] settlements);

  List<Settled> listPayments();

  List<ReturnRow> listReturns();

  List<UUID> listSettlements();

  int insertClearings(@Param("post") Post post);

  int insertSuspense(@Param("post") Post post);

  int reduceSuspense(@Param("organizationId") UUID organizationId);

  void reopen(@Param("post") Post post, @Param("suspense") String suspense);

  void insertJournals(@Param("post") Post post);

  int countJournals(
      @Param("organizationId") UUID organizationId, @Param("bankAccountId") UUID bankAccountId);

  void learn(@Param("organizationId") UUID organizationId);

  void unlearn(@Param("entryId") UUID entryId);

  /**
   * What is to be explained, and with what accounts.
   *
   * @param statementId its entries; null: those in suspense
   * @param entryId this one of those in suspense; null: all
   */
  record Run(
      UUID organizationId,
      UUID bankAccountId,
      @Nullable UUID statementId,
      @Nullable UUID entryId,
      String transit,
      String suspense,
      Charges charges,
      String currency,
      int learnAfter) {}

  /** Where the bank's fees go. */
  record Charges(String account, @Nullable String costCentre) {}

  /** An explanation somebody gives. */
  record PartRow(
      UUID entryId,
      LocalDate bookedOn,
      String kind,
      String basis,
      @Nullable UUID paymentId,
      @Nullable UUID itemId,
      @Nullable UUID settlementId,
      String account,
      @Nullable String costCentre,
      BigDecimal amount,
      BigDecimal targetAmount,
      String targetCurrency) {}

  /** A line of a day's journal. */
  record LineRow(
      LocalDate day,
      String account,
      @Nullable String costCentre,
      String currency,
      BigDecimal amount,
      BigDecimal baseAmount,
      String kind,
      int entries) {}

  /** An invoice that an entry settles. */
  record ItemRow(UUID matchId, LocalDate day, UUID itemId, BigDecimal paid) {}

  /** A payment that came back. */
  record ReturnRow(UUID paymentId, UUID entryId, String code, String text) {}

  /** What currencies are worth on days: units of base currency for {@code per} of the account's. */
  record Rates(LocalDate[] days, BigDecimal[] units, BigDecimal[] per) {}

  /** What was posted, as the rows say it; ids of journals as text, one for each day. */
  record Post(
      UUID organizationId,
      UUID bankAccountId,
      @Nullable UUID statementId,
      String currency,
      String base,
      LocalDate[] days,
      String[] journals,
      @Nullable String reason,
      String by,
      Instant at) {}
}
