package org.countinghouse.server.api.close;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.countinghouse.close.ChecklistItem;
import org.countinghouse.close.Closing;
import org.countinghouse.close.IssuedCertificate;
import org.countinghouse.close.ManualItem;
import org.countinghouse.close.Reopening;
import org.countinghouse.close.ReportPack;
import org.countinghouse.close.SignOffs;
import org.countinghouse.close.VouchedBalance;
import org.countinghouse.close.certificate.CertificateDifference;
import org.countinghouse.close.certificate.CloseCertificate;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.money.Money;
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
      @Nullable PackView reportPack,
      List<ItemView> checklist,
      List<CertificateView> certificates) {

    static ClosingView of(
        Closing closing,
        String organization,
        @Nullable PackView reportPack,
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
          closing.workbookId() == null ? null : content(closing.workbookId()),
          reportPack,
          items.stream().map(ItemView::of).toList(),
          certificates.stream().map(CertificateView::of).toList());
    }
  }

  private static String content(UUID documentId) {
    return "/api/documents/" + documentId + "/content";
  }

  /** The reports of a closed month; {@code archive} is all of them in one file. */
  record PackView(@Nullable String archive, List<ReportView> reports) {

    static PackView of(ReportPack pack, Function<UUID, String> fileName) {
      UUID archive = pack.archiveId();
      return new PackView(
          archive == null ? null : content(archive),
          pack.reports().stream()
              .map(
                  report ->
                      new ReportView(
                          report.report(),
                          fileName.apply(report.documentId()),
                          content(report.documentId())))
              .toList());
    }
  }

  /** One workbook of a pack. */
  record ReportView(String report, String name, String file) {}

  /**
   * What people are to sign off, and what they said and showed.
   *
   * @param required NOTE or DOCUMENT
   * @param document where what they showed can be fetched
   * @param decertifiedAt when a balance was found to have moved since
   */
  record SignOffView(
      String instructions,
      ManualItem.Evidence required,
      @Nullable String note,
      @Nullable String document,
      @Nullable Instant decertifiedAt) {

    static @Nullable SignOffView of(ChecklistItem item) {
      ChecklistItem.SignOff signOff = item.signOff();
      if (signOff == null) {
        return null;
      }
      UUID document = signOff.documentId();
      return new SignOffView(
          signOff.instructions(),
          signOff.required(),
          signOff.note(),
          document == null ? null : content(document),
          signOff.decertifiedAt());
    }
  }

  /** A balance an item vouched for; {@code then} is null where nobody vouched for it yet. */
  record VouchedView(
      String account, String name, String currency, @Nullable String then, String now) {

    static VouchedView of(SignOffs.WatchedBalance balance) {
      Money then = balance.then();
      return new VouchedView(
          balance.account(),
          balance.name(),
          balance.now().currency().getCurrencyCode(),
          then == null ? null : then.amount().toPlainString(),
          balance.now().amount().toPlainString());
    }
  }

  /** An item somebody is to sign off, with the closing it belongs to. */
  record SignOffTaskView(
      UUID closingId,
      String number,
      String organization,
      String period,
      ItemView item,
      List<VouchedView> balances) {}

  /** What people sign off in every closing. */
  record ManualItemView(
      String key,
      Map<String, String> title,
      String instructions,
      String owner,
      List<String> after,
      ManualItem.Evidence evidence,
      ManualItem.Frequency frequency,
      Set<String> accounts) {

    static ManualItemView of(ManualItem item) {
      return new ManualItemView(
          item.key(),
          Map.of("en", item.title().english(), "de", item.title().german()),
          item.instructions(),
          item.owner(),
          item.after(),
          item.evidence(),
          item.frequency(),
          item.accounts());
    }
  }

  /** A balance that is not what an item vouched for any more. */
  record MovementView(String account, String currency, String then, String now, String movement) {

    static MovementView of(VouchedBalance balance) {
      return new MovementView(
          balance.account(),
          balance.now().currency().getCurrencyCode(),
          balance.then().amount().toPlainString(),
          balance.now().amount().toPlainString(),
          balance.movement().amount().toPlainString());
    }
  }

  /** One item of a checklist. */
  record ItemView(
      String key,
      ChecklistItem.Kind kind,
      String owner,
      Map<String, String> title,
      ChecklistItem.State state,
      List<String> after,
      @Nullable String checkedBy,
      @Nullable String checkedFor,
      @Nullable Instant checkedAt,
      List<OpenItem> openItems,
      List<TieOutView> tieOuts,
      Map<String, String> figures,
      @Nullable UUID jobRunId,
      @Nullable SignOffView signOff,
      List<MovementView> moved) {

    static ItemView of(ChecklistItem item) {
      return new ItemView(
          item.key(),
          item.kind(),
          item.owner(),
          Map.of("en", item.titleEnglish(), "de", item.titleGerman()),
          item.state(),
          item.after(),
          item.checkedBy(),
          item.checkedFor(),
          item.checkedAt(),
          item.evidence().openItems(),
          item.evidence().tieOuts().stream().map(TieOutView::of).toList(),
          item.evidence().sortedFigures(),
          item.jobRunId(),
          SignOffView.of(item),
          item.state() == ChecklistItem.State.OPEN
              ? item.moved().stream().map(MovementView::of).toList()
              : List.of());
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

  /**
   * What a certificate says otherwise than the one before it.
   *
   * @param resultChange by how much the result of the year to date changed, a better one positive
   */
  record DifferenceView(
      String before,
      String after,
      String currency,
      String resultChange,
      List<ChangeView> accounts,
      List<CloseCertificate.JournalReference> journals,
      List<CertificateDifference.ChecklistChange> checklist) {

    static DifferenceView of(CertificateDifference difference) {
      return new DifferenceView(
          difference.before(),
          difference.after(),
          difference.currency(),
          difference.resultChange().toPlainString(),
          difference.accounts().stream().map(ChangeView::of).toList(),
          difference.journals(),
          difference.checklist());
    }
  }

  /** The balance of an account before and after. */
  record ChangeView(String account, String name, String before, String after, String change) {

    static ChangeView of(CloseCertificate.Difference difference) {
      return new ChangeView(
          difference.account(),
          difference.name(),
          difference.before().toPlainString(),
          difference.after().toPlainString(),
          difference.change().toPlainString());
    }
  }

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
