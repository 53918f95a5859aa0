package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line a consolidated balance is the sum of.
 *
 * @param lineNo from 1, gapless
 * @param memberId whose books it comes from; null where an elimination leaves a difference
 * @param account of the member; null for what translation leaves
 * @param pairId the pair that is eliminated; null otherwise
 * @param groupAccount of the group's chart
 * @param translation at which rate; null for differences
 * @param localAmount in the member's currency; null for differences
 * @param amount in the group's currency, debit positive
 * @param text what it is, where the accounts do not say it
 */
public record ConsolidationLine(
    int lineNo,
    Kind kind,
    @Nullable UUID memberId,
    @Nullable String account,
    @Nullable UUID pairId,
    String groupAccount,
    @Nullable Translation translation,
    @Nullable BigDecimal localAmount,
    @Nullable String localCurrency,
    BigDecimal amount,
    @Nullable String text) {

  /** Where a line comes from. */
  public enum Kind {
    /** An account of a member, translated. */
    MEMBER,
    /** What translating a member at different rates leaves. */
    RESERVE,
    /** Business among members, taken out. */
    ELIMINATION
  }

  ConsolidationLine numbered(int number) {
    return new ConsolidationLine(
        number,
        kind,
        memberId,
        account,
        pairId,
        groupAccount,
        translation,
        localAmount,
        localCurrency,
        amount,
        text);
  }
}
