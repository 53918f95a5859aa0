package org.countinghouse.server.api.close;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Closing;
import org.countinghouse.close.IssuedCertificate;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.TieOut;
import org.jspecify.annotations.Nullable;

/**
 * What the close resources look like from outside. Amounts are text, so that nobody rounds them.
 */
final class CloseViews {

  private CloseViews() {}

  /** A closing with its checklist and the ways to what belongs to it. */
  record ClosingView(
      UUID id,
      String number,
      String organization,
      String period,
      Closing.State state,
      String preparedBy,
      Instant startedAt,
      @Nullable String submittedBy,
      @Nullable String figuresHash,
      @Nullable String approvedBy,
      @Nullable String approvedFor,
      @Nullable Instant approvedAt,
      @Nullable Instant closedAt,
      @Nullable String remark,
      @Nullable String workbook,
      List<ItemView> checklist,
      List<CertificateView> certificates) {

    static ClosingView of(
        Closing closing,
        String organization,
        List<ChecklistItem> items,
        List<IssuedCertificate> certificates) {
      return new ClosingView(
          closing.id(),
          closing.number(),
          organization,
          closing.period().toString(),
          closing.state(),
          closing.preparedBy(),
          closing.startedAt(),
          closing.submittedBy(),
          closing.figuresHash(),
          closing.approvedBy(),
          closing.approvedFor(),
          closing.approvedAt(),
          closing.closedAt(),
          closing.remark(),
          closing.workbookId() == null
              ? null
              : "/api/documents/" + closing.workbookId() + "/content",
          items.stream().map(ItemView::of).toList(),
          certificates.stream().map(CertificateView::of).toList());
    }
  }

  /** One item of a checklist. */
  record ItemView(
      String key,
      Map<String, String> title,
      ChecklistItem.State state,
      List<String> after,
      @Nullable String checkedBy,
      @Nullable String checkedFor,
      @Nullable Instant checkedAt,
      List<OpenItem> openItems,
      List<TieOutView> tieOuts,
      Map<String, String> figures,
      @Nullable UUID jobRunId) {

    static ItemView of(ChecklistItem item) {
      return new ItemView(
          item.key(),
          Map.of("en", item.titleEnglish(), "de", item.titleGerman()),
          item.state(),
          item.after(),
          item.checkedBy(),
          item.checkedFor(),
          item.checkedAt(),
          item.evidence().openItems(),
          item.evidence().tieOuts().stream().map(TieOutView::of).toList(),
          item.evidence().sortedFigures(),
          item.jobRunId());
    }
  }

  /** A balance of the ledger beside what it must equal. */
  record TieOutView(
      String subledger,
      String account,
      String currency,
      String ledgerBalance,
      String subledgerBalance,
      String difference,
      boolean ties) {

    static TieOutView of(TieOut tieOut) {
      return new TieOutView(
          tieOut.subledger(),
          tieOut.account(),
          tieOut.ledgerBalance().currency().getCurrencyCode(),
          tieOut.ledgerBalance().amount().toPlainString(),
          tieOut.subledgerBalance().amount().toPlainString(),
          tieOut.difference().amount().toPlainString(),
          tieOut.ties());
    }
  }

  /** A certificate; {@code file} is where it can be fetched. */
  record CertificateView(
      UUID id,
      String number,
      String period,
      Instant knownAt,
      Instant issuedAt,
      String sha256,
      String fingerprint,
      @Nullable UUID previousId,
      String file) {

    static CertificateView of(IssuedCertificate certificate) {
      return new CertificateView(
          certificate.id(),
          certificate.number(),
          certificate.period().toString(),
          certificate.knownAt(),
          certificate.issuedAt(),
          certificate.sha256(),
          certificate.fingerprint(),
          certificate.previousId(),
          "/api/close/certificates/" + certificate.id());
    }
  }

  /**
   * The certificates of a month, newest first.
   *
   * @param current whether the newest still says what the books say
   */
  record CertificatesView(boolean current, List<CertificateView> certificates) {}

  /** A reopening. */
  record ReopeningView(
      UUID id,
      String number,
      String organization,
      String period,
      Reopening.State state,
      String reason,
      Instant expiresAt,
      String requestedBy,
      Instant requestedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable Instant endedAt,
      @Nullable String remark) {

    static ReopeningView of(Reopening reopening, String organization) {
      return new ReopeningView(
          reopening.id(),
          reopening.number(),
          organization,
          reopening.period().toString(),
          reopening.state(),
          reopening.reason(),
          reopening.expiresAt(),
          reopening.requestedBy(),
          reopening.requestedAt(),
          reopening.approvedBy(),
          reopening.approvedAt(),
          reopening.endedAt(),
          reopening.remark());
    }
  }
}
