package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.countinghouse.close.certificate.CloseCertificate.Chain;
import org.countinghouse.close.certificate.CloseCertificate.JournalReference;
import org.jspecify.annotations.Nullable;

/** Reads the views the ledger publishes. */
@Mapper
interface LedgerViewMapper {

  /**
   * Locks the month against postings until the transaction ends: every posting reads it under a
   * lock of its own.
   */
  @Nullable LocalDate lockPeriod(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  /** The head of the series in the month's fiscal year at the instant; empty without journals. */
  List<Chain> listChains(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("firstDay") LocalDate firstDay,
      @Param("knownAt") Instant knownAt);

  /** The chain hash of one journal in hex, null where there is no such journal. */
  @Nullable String findChainHash(
      @Param("organizationId") UUID organizationId, @Param("number") String number);

  List<JournalReference> listJournalsBetween(
      @Param("organizationId") UUID organizationId,
      @Param("lastDay") LocalDate lastDay,
      @Param("after") Instant after,
      @Param("upTo") Instant upTo);

  /** The instant the newest journal was recorded at. */
  @Nullable Instant findLastRecordedAt(
      @Param("organizationId") UUID organizationId, @Param("series") String series);

  /** How many lines the month holds, by the balances kept. */
  long countLines(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  /** Months before this one that are not closed. */
  List<EarlierPeriod> listEarlierOpen(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  /** Months after this one that are closed, earliest first. */
  List<LocalDate> listLaterClosed(
      @Param("organizationId") UUID organizationId, @Param("firstDay") LocalDate firstDay);

  /** How the numbers of the series run in the month's fiscal year; empty without journals. */
  List<SequenceState> listSequences(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("firstDay") LocalDate firstDay);

  /**
   * A month that is not closed.
   *
   * @param posted whether anything was ever posted to it
   */
  record EarlierPeriod(LocalDate firstDay, boolean posted) {}

  /** How the numbers of one series run. */
  record SequenceState(String series, int fiscalYear, long journals, long first, long last) {

    boolean isGapless() {
      return first == 1 && last == journals;
    }
  }
}
