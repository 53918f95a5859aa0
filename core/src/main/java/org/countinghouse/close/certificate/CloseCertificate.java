package org.countinghouse.close.certificate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a close certificate says. Amounts are in the organization's base currency, debit positive.
 *
 * @param format name and version of this layout
 * @param number the closing it certifies, {@code CLOSE-2026-10-1}
 * @param period the month
 * @param asOf last day of the month
 * @param knownAt the instant of the hard close: what was recorded later is not in these figures
 * @param chains the hash chains of the month's fiscal year, by series
 * @param trialBalance every account that ever moved
 * @param tieOuts subledgers beside their control accounts
 * @param checklist every item with who found it done, when, and on which figures
 * @param jobRuns runs of batch jobs this closing rests on
 * @param workbook the trial balance that was reviewed
 * @param reports the report pack of the month; null where none was made
 * @param previous the certificate this one replaces after a reopening
 * @param differences accounts whose figures changed since the previous certificate
 * @param journalsSince journals recorded into months up to this one since the previous certificate
 */
public record CloseCertificate(
    String format,
    UUID id,
    String number,
    Holder organization,
    YearMonth period,
    LocalDate asOf,
    Instant knownAt,
    List<Chain> chains,
    Figures trialBalance,
    List<TieOutLine> tieOuts,
    List<ChecklistLine> checklist,
    List<UUID> jobRuns,
    @Nullable Attachment workbook,
    @Nullable Reports reports,
    Approval approval,
    @Nullable Previous previous,
    List<Difference> differences,
    List<JournalReference> journalsSince,
    Instant issuedAt) {

  /** The layout this version of the product writes. */
  public static final String FORMAT = "countinghouse.close-certificate/2";

  /** The layouts it reads; the first one knew neither owners nor reports. */
  static final Set<String> FORMATS = Set.of("countinghouse.close-certificate/1", FORMAT);

  public CloseCertificate {
    chains = List.copyOf(chains);
    tieOuts = List.copyOf(tieOuts);
    checklist = List.copyOf(checklist);
    jobRuns = List.copyOf(jobRuns);
    differences = List.copyOf(differences);
    journalsSince = List.copyOf(journalsSince);
  }

  /** Whose books. */
  public record Holder(String code, String name, String country, String baseCurrency) {}

  /**
   * Where one hash chain of journals stood: every journal of the series is in its last hash.
   *
   * @param fiscalYear named by the calendar year in which it ends
   * @param headNumber number of the last journal
   * @param headHash its chain hash, in hex
   * @param journals how many the chain holds
   * @param journalsInPeriod how many of them are posted into the month
   */
  public record Chain(
      String series,
      int fiscalYear,
      String headNumber,
      String headHash,
      long journals,
      long journalsInPeriod) {}

  /** A balance of the ledger beside what it must equal. */
  public record TieOutLine(
      String subledger,
      String account,
      BigDecimal ledgerBalance,
      BigDecimal subledgerBalance,
      BigDecimal difference) {}

  /**
   * One item of the checklist, done.
   *
   * @param owner the role that answers for it; null in the first layout
   * @param checkedBy who had it checked, or signed it off
   */
  public record ChecklistLine(
      String key,
      String title,
      @Nullable String owner,
      String checkedBy,
      Instant checkedAt,
      Map<String, String> figures,
      @Nullable UUID jobRun) {}

  /** A stored document and its SHA-256 in hex. */
  public record Attachment(UUID document, String name, String sha256) {}

  /**
   * The reports of the month.
   *
   * @param archive all of them in one file
   * @param files each of them
   */
  public record Reports(Attachment archive, List<ReportFile> files) {
    public Reports {
      files = List.copyOf(files);
    }
  }

  /**
   * One report.
   *
   * @param contentHash hash of what it says, whatever its language and the day it was made
   */
  public record ReportFile(String report, String contentHash, Attachment file) {}

  /** Two people. */
  public record Approval(String preparedBy, String approvedBy, Instant approvedAt) {}

  /** The certificate before this one, by the SHA-256 of its file. */
  public record Previous(UUID id, String number, String sha256, Instant knownAt) {}

  /** One account before and after. */
  public record Difference(
      String account, String name, BigDecimal before, BigDecimal after, BigDecimal change) {}

  /** A journal by its number. */
  public record JournalReference(
      String number, LocalDate postingDate, Instant recordedAt, String description) {}
}
