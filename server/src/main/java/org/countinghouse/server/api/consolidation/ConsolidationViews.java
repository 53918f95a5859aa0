package org.countinghouse.server.api.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.consolidation.ConsolidatedRow;
import org.countinghouse.consolidation.Consolidation;
import org.countinghouse.consolidation.ConsolidationLine;
import org.countinghouse.consolidation.ConsolidationMember;
import org.countinghouse.consolidation.ConsolidationRate;
import org.countinghouse.consolidation.GroupFinding;
import org.countinghouse.consolidation.IssuedGroupCertificate;
import org.countinghouse.consolidation.PairMatch;
import org.jspecify.annotations.Nullable;

/**
 * What the resources of groups look like from outside. Amounts are text, so that nobody rounds
 * them; debit positive.
 */
final class ConsolidationViews {

  private ConsolidationViews() {}

  /** A group and its companies by code. */
  record GroupView(
      String code,
      String name,
      String currency,
      String tolerance,
      String parent,
      List<String> members) {}

  /** A closing of a group's month, and what keeps it open. */
  record ClosingView(
      UUID id,
      String number,
      String group,
      String groupName,
      String organization,
      String period,
      String currency,
      Consolidation.State state,
      String preparedBy,
      Instant startedAt,
      @Nullable String acceptedBy,
      @Nullable String acceptedReason,
      @Nullable String reviewedBy,
      @Nullable String figuresHash,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable Instant closedAt,
      @Nullable String remark,
      @Nullable String workbook,
      @Nullable String certificate,
      List<String> outdatedMembers,
      List<GroupFinding> findings,
      List<MemberView> members,
      List<RateView> rates) {}

  /** A member as it was taken, and where its translation reserve comes from. */
  record MemberView(
      String code,
      String name,
      String currency,
      String certificate,
      String certificateFile,
      String certificateSha256,
      String reserveOnEquity,
      String reserveOnResult,
      String reserveRounding) {

    static MemberView of(ConsolidationMember member) {
      return new MemberView(
          member.code(),
          member.name(),
          member.currency(),
          member.certificateNumber(),
          "/api/close/certificates/" + member.certificateId(),
          member.certificateSha256(),
          text(member.reserveOnEquity()),
          text(member.reserveOnResult()),
          text(member.reserveRounding()));
    }
  }

  /** A rate that was used: group currency for one of this. */
  record RateView(
      String currency,
      String kind,
      LocalDate on,
      String rate,
      LocalDate publishedOn,
      String source) {

    static RateView of(ConsolidationRate rate) {
      return new RateView(
          rate.currency(),
          rate.kind().name(),
          rate.rateDate(),
          rate.rate().stripTrailingZeros().toPlainString(),
          rate.publishedOn(),
          rate.source());
    }
  }

  /** One account of the consolidated trial balance. */
  record RowView(
      String account,
      String name,
      String type,
      String members,
      String eliminations,
      String balance) {

    static RowView of(ConsolidatedRow row) {
      return new RowView(
          row.account(),
          row.name(),
          row.type().name(),
          text(row.members()),
          text(row.eliminations()),
          text(row.balance()));
    }
  }

  /** A line a consolidated balance is the sum of. */
  record LineView(
      int line,
      String kind,
      @Nullable String member,
      @Nullable String account,
      String groupAccount,
      @Nullable String translation,
      @Nullable String localAmount,
      @Nullable String localCurrency,
      String amount,
      @Nullable String text) {

    static LineView of(ConsolidationLine line, @Nullable String member) {
      return new LineView(
          line.lineNo(),
          line.kind().name(),
          member,
          line.account(),
          line.groupAccount(),
          line.translation() == null ? null : line.translation().name(),
          line.localAmount() == null ? null : ConsolidationViews.text(line.localAmount()),
          line.localCurrency(),
          ConsolidationViews.text(line.amount()),
          line.text());
    }
  }

  /** What the two accounts of a pair say about each other. */
  record MatchView(
      UUID pair,
      String kind,
      String name,
      String memberA,
      String accountA,
      String memberB,
      String accountB,
      boolean matches,
      String groupDifference,
      List<CurrencyView> currencies) {

    static MatchView of(PairMatch match) {
      return new MatchView(
          match.pair().id(),
          match.pair().kind().name(),
          match.pair().name(),
          match.memberA(),
          match.pair().accountA(),
          match.memberB(),
          match.pair().accountB(),
          match.matches(),
          text(match.groupDifference()),
          match.currencies().stream().map(CurrencyView::of).toList());
    }
  }

  /** One currency of the business of a pair. */
  record CurrencyView(
      String currency, String amountA, String amountB, String difference, String groupDifference) {

    static CurrencyView of(PairMatch.CurrencyMatch match) {
      return new CurrencyView(
          match.currency(),
          text(match.amountA()),
          text(match.amountB()),
          text(match.difference()),
          text(match.groupDifference()));
    }
  }

  static String certificatePath(IssuedGroupCertificate certificate) {
    return "/api/consolidation/certificates/" + certificate.id();
  }

  /** Stored with four decimals; shown with those that say something, at least two. */
  static String text(BigDecimal amount) {
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.setScale(Math.max(2, plain.scale())).toPlainString();
  }
}
