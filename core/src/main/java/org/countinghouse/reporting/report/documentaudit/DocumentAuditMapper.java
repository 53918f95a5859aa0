package org.countinghouse.reporting.report.documentaudit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DocumentAuditMapper {

  /** The invoice of our number, or of a journal, or of an inbox document. */
  @Nullable Place findInvoice(
      @Param("organizationId") UUID organizationId,
      @Param("documentNumber") String documentNumber,
      @Param("journalId") @Nullable UUID journalId,
      @Param("inboxId") @Nullable UUID inboxId);

  /** The manual journal of this number, or that became the journal. */
  @Nullable Place findManualJournal(
      @Param("organizationId") UUID organizationId,
      @Param("number") String number,
      @Param("journalId") @Nullable UUID journalId);

  /** The journal of this number. */
  @Nullable UUID findJournal(
      @Param("organizationId") UUID organizationId,
      @Param("series") String series,
      @Param("fiscalYear") int fiscalYear,
      @Param("number") long number);

  /** The inbox document of this id, or the one that made the journal. */
  @Nullable UUID findInbox(
      @Param("organizationId") UUID organizationId,
      @Param("inboxId") @Nullable UUID inboxId,
      @Param("journalId") @Nullable UUID journalId);

  /** Everything that happened, in the order it did. */
  List<Step> listSteps(
      @Param("organizationId") UUID organizationId,
      @Param("inboxId") @Nullable UUID inboxId,
      @Param("subjectId") @Nullable UUID subjectId,
      @Param("journalId") @Nullable UUID journalId);

  /** The lines of a journal. */
  List<Line> listLines(
      @Param("organizationId") UUID organizationId, @Param("journalId") UUID journalId);

  /** Something that was made of a document, and where it led. */
  record Place(UUID id, @Nullable UUID inboxId, @Nullable UUID journalId) {}

  /**
   * Something that happened.
   *
   * @param step key of its name
   * @param detail words and figures, as they were
   * @param reference number or name of what it happened to
   * @param href where that is
   * @param evidence hash
   * @param journalId the journal it posted
   */
  record Step(
      String step,
      Instant at,
      @Nullable String who,
      @Nullable String onBehalfOf,
      @Nullable String detail,
      @Nullable String reference,
      @Nullable String href,
      @Nullable String evidence,
      @Nullable UUID journalId) {}

  /** A line, in base currency. */
  record Line(
      String account,
      String name,
      @Nullable String costCentre,
      @Nullable String text,
      BigDecimal debit,
      BigDecimal credit) {}
}
