package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the certificate of a closed group month says. Amounts are in the group's currency, debit
 * positive.
 *
 * @param format name and version of this layout
 * @param number of the consolidation, {@code HARBOUR-2026-10-1}
 * @param members whose books it rests on, by the certificates their month was closed with
 * @param rates every rate that was used
 * @param trialBalance the consolidated one
 * @param matches what members said about each other, in the currencies of their business
 * @param acceptedReason why differences among them were let stand; null when none were
 * @param figuresHash the hash that was approved
 * @param previous the certificate this one replaces
 */
public record GroupCertificate(
    String format,
    UUID id,
    String number,
    Holder group,
    YearMonth period,
    LocalDate asOf,
    List<Member> members,
    List<ConsolidationRate> rates,
    List<ConsolidatedRow> trialBalance,
    List<Match> matches,
    @Nullable String acceptedReason,
    String figuresHash,
    Approval approval,
    @Nullable Previous previous,
    Instant issuedAt) {

  /** The layout this version of the product writes. */
  public static final String FORMAT = "countinghouse.group-certificate/1";

  public GroupCertificate {
    members = List.copyOf(members);
    rates = List.copyOf(rates);
    trialBalance = List.copyOf(trialBalance);
    matches = List.copyOf(matches);
  }

  /** Whose figures. */
  public record Holder(String code, String name, String currency, String parent) {}

  /**
   * A member by its own close certificate, and where its translation reserve comes from.
   *
   * @param certificateSha256 of the certificate's file
   * @param figuresHash of its trial balance
   */
  public record Member(
      String code,
      String name,
      String currency,
      String certificate,
      String certificateSha256,
      String figuresHash,
      BigDecimal reserveOnEquity,
      BigDecimal reserveOnResult,
      BigDecimal reserveRounding) {}

  /** What one pair said in one currency. */
  public record Match(
      String pair,
      String currency,
      BigDecimal amountA,
      BigDecimal amountB,
      BigDecimal difference) {}

  /** The people. */
  public record Approval(
      String preparedBy,
      @Nullable String reviewedBy,
      @Nullable String acceptedBy,
      String approvedBy,
      Instant approvedAt) {}

  /** The certificate before this one, by the SHA-256 of its file. */
  public record Previous(UUID id, String number, String sha256) {}
}
