package org.countinghouse.consolidation;

import java.util.List;
import java.util.UUID;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.jspecify.annotations.Nullable;

/** What two accounts must be to be a pair. */
final class PairRules {

  private PairRules() {}

  /** What is wrong, to be read after a colon; null when nothing. */
  static @Nullable String fault(
      NewPair wanted, Account a, Account b, List<IntercompanyPair> others) {
    if (wanted.memberA().equals(wanted.memberB())) {
      return "both belong to one company";
    }
    if (!fits(wanted.kind(), a.type()) || !fits(wanted.kind(), b.type())) {
      return switch (wanted.kind()) {
        case RESULT -> "a result is an income and an expense";
        case BALANCE -> "a balance is a claim and a debt";
        case INVESTMENT -> "an investment is an asset and a capital";
      };
    }
    if (!a.postable() || !b.postable()) {
      return "a heading holds no balance";
    }
    boolean taken =
        others.stream()
            .anyMatch(
                pair ->
                    uses(pair, wanted.memberA(), wanted.accountA())
                        || uses(pair, wanted.memberB(), wanted.accountB()));
    return taken ? "one of them is in another pair and would be eliminated twice" : null;
  }

  private static boolean fits(PairKind kind, AccountType type) {
    return switch (kind) {
      case RESULT -> type == AccountType.INCOME || type == AccountType.EXPENSE;
      case BALANCE -> type == AccountType.ASSET || type == AccountType.LIABILITY;
      case INVESTMENT -> type == AccountType.ASSET || type == AccountType.EQUITY;
    };
  }

  private static boolean uses(IntercompanyPair pair, UUID member, String account) {
    return pair.memberA().equals(member) && pair.accountA().equals(account)
        || pair.memberB().equals(member) && pair.accountB().equals(account);
  }
}
