package org.countinghouse.close;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.close.certificate.CloseCertificate;
import org.countinghouse.close.certificate.CloseCertificate.Approval;
import org.countinghouse.close.certificate.CloseCertificate.Attachment;
import org.countinghouse.close.certificate.CloseCertificate.ChecklistLine;
import org.countinghouse.close.certificate.CloseCertificate.Holder;
import org.countinghouse.close.certificate.CloseCertificate.JournalReference;
import org.countinghouse.close.certificate.CloseCertificate.Previous;
import org.countinghouse.close.certificate.CloseCertificate.ReportFile;
import org.countinghouse.close.certificate.CloseCertificate.Reports;
import org.countinghouse.close.certificate.CloseCertificate.TieOutLine;
import org.countinghouse.close.certificate.Figures;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.documents.Document;
import org.countinghouse.documents.Documents;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a certificate says. */
@Component
class CertificateContents {

  private final CloseFigures figures;
  private final Checklists checklists;
  private final ReportPacks packs;
  private final Documents documents;
  private final Organizations organizations;

  CertificateContents(
      CloseFigures figures,
      Checklists checklists,
      ReportPacks packs,
      Documents documents,
      Organizations organizations) {
    this.figures = figures;
    this.checklists = checklists;
    this.packs = packs;
    this.documents = documents;
    this.organizations = organizations;
  }

  /**
   * The content for a closed month.
   *
   * @param previous the certificate of the same month before this one
   * @param before what that one says
   */
  CloseCertificate of(
      Closing closing,
      @Nullable IssuedCertificate previous,
      @Nullable CloseCertificate before,
      Instant issuedAt) {
    Instant knownAt = Objects.requireNonNull(closing.closedAt());
    UUID organizationId = closing.organizationId();
    Figures now = figures.of(closing, knownAt);
    List<ChecklistItem> items = checklists.of(closing.id());
    return new CloseCertificate(
        CloseCertificate.FORMAT,
        Ids.next(),
        closing.number(),
        holder(organizations.byId(organizationId)),
        closing.period(),
        closing.lastDay(),
        knownAt,
        figures.chains(organizationId, closing.period(), knownAt),
        now,
        items.stream()
            .flatMap(item -> item.evidence().tieOuts().stream())
            .map(CertificateContents::line)
            .toList(),
        items.stream().filter(ChecklistItem::isDone).map(CertificateContents::line).toList(),
        items.stream().map(ChecklistItem::jobRunId).filter(Objects::nonNull).toList(),
        workbook(closing),
        reports(closing),
        approval(closing),
        previous == null ? null : reference(previous),
        before == null ? List.of() : now.differencesTo(before.trialBalance()),
        before == null ? List.of() : journalsSince(closing, before, knownAt),
        issuedAt.truncatedTo(ChronoUnit.MICROS));
  }

  private List<JournalReference> journalsSince(
      Closing closing, CloseCertificate before, Instant knownAt) {
    return figures.journalsBetween(
        closing.organizationId(), closing.lastDay(), before.knownAt(), knownAt);
  }

  private static Holder holder(Organization organization) {
    return new Holder(
        organization.code(),
        organization.name(),
        organization.country(),
        organization.baseCurrency().getCurrencyCode());
  }

  private static TieOutLine line(TieOut tieOut) {
    return new TieOutLine(
        tieOut.subledger(),
        tieOut.account(),
        tieOut.ledgerBalance().amount(),
        tieOut.subledgerBalance().amount(),
        tieOut.difference().amount());
  }

  private static ChecklistLine line(ChecklistItem item) {
    return new ChecklistLine(
        item.key(),
        item.titleEnglish(),
        item.owner(),
        item.checkedFor() == null
            ? Objects.requireNonNull(item.checkedBy())
            : item.checkedBy() + " for " + item.checkedFor(),
        Objects.requireNonNull(item.checkedAt()),
        item.evidence().sortedFigures(),
        item.jobRunId());
  }

  private @Nullable Attachment workbook(Closing closing) {
    UUID id = closing.workbookId();
    return id == null ? null : attachment(id);
  }

  private @Nullable Reports reports(Closing closing) {
    ReportPack pack = packs.find(closing.id()).orElse(null);
    UUID archive = pack == null ? null : pack.archiveId();
    if (pack == null || archive == null) {
      return null;
    }
    return new Reports(
        attachment(archive),
        pack.reports().stream()
            .map(
                report ->
                    new ReportFile(
                        report.report(), report.contentHash(), attachment(report.documentId())))
            .toList());
  }

  private Attachment attachment(UUID documentId) {
    Document document = documents.get(documentId);
    return new Attachment(document.id(), document.name(), document.sha256());
  }

  private static Approval approval(Closing closing) {
    String approvedBy = Objects.requireNonNull(closing.approvedBy());
    return new Approval(
        closing.preparedBy(),
        closing.approvedFor() == null ? approvedBy : approvedBy + " for " + closing.approvedFor(),
        Objects.requireNonNull(closing.approvedAt()));
  }

  private static Previous reference(IssuedCertificate previous) {
    return new Previous(previous.id(), previous.number(), previous.sha256(), previous.knownAt());
  }
}
