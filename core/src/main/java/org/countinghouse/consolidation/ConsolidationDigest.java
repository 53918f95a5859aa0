package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One hash over a consolidation's figures and everything they rest on. */
final class ConsolidationDigest {

  private final MessageDigest digest;

  private ConsolidationDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The hash, in hex.
   *
   * @param members by code
   * @param rates by currency, kind and day
   * @param lines by number
   */
  static String of(
      Consolidation consolidation,
      List<ConsolidationMember> members,
      List<ConsolidationRate> rates,
      List<ConsolidationLine> lines) {
    var it = new ConsolidationDigest();
    it.feed(consolidation.groupId());
    it.feed(consolidation.period());
    it.feed(consolidation.currency());
    it.feed(consolidation.acceptedReason());
    for (ConsolidationMember member : members) {
      it.feed(member.memberId());
      it.feed(member.certificateSha256());
    }
    for (ConsolidationRate rate : rates) {
      it.feed(rate.currency());
      it.feed(rate.kind());
      it.feed(rate.rateDate());
      it.feed(rate.rate());
    }
    for (ConsolidationLine line : lines) {
      it.feed(line.kind());
      it.feed(line.memberId());
      it.feed(line.account());
      it.feed(line.pairId());
      it.feed(line.groupAccount());
      it.feed(line.localAmount());
      it.feed(line.amount());
    }
    return HexFormat.of().formatHex(it.digest.digest());
  }

  /** 10.00 and 10.0000 are one figure. */
  private void feed(@Nullable BigDecimal amount) {
    feed(
        amount == null
            ? null
            : (Object) (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()));
  }

  private void feed(@Nullable Object text) {
    digest.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }
}
