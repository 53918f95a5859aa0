package org.countinghouse.ledger;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What an account asks of every line, whether posted one by one or imported. */
public final class PostingRules {

  private PostingRules() {}

  /**
   * The first rule of the account that a line breaks.
   *
   * @param module the module that posts
   * @return null when the account takes the line; else the fault, its place still to be said
   */
  public static @Nullable Fault check(
      Account account,
      String module,
      Currency currency,
      boolean hasCostCentre,
      boolean hasProject) {
    if (!account.active()) {
      return Fault.of(LedgerError.ACCOUNT_INACTIVE, account.code());
    }
    if (!account.postable()) {
      return Fault.of(LedgerError.ACCOUNT_NOT_POSTABLE, account.code());
    }
    String subledger = account.controlledBy();
    if (subledger != null && !subledger.equals(module)) {
      return Fault.of(LedgerError.ACCOUNT_CONTROLLED, account.code(), subledger);
    }
    Currency only = account.currency();
    if (only != null && !only.equals(currency)) {
      return Fault.of(LedgerError.ACCOUNT_CURRENCY, account.code(), only, currency);
    }
    if (!hasCostCentre && account.requiredDimensions().contains(Account.COST_CENTRE)) {
      return Fault.of(LedgerError.DIMENSION_MISSING, account.code(), Account.COST_CENTRE);
    }
    if (!hasProject && account.requiredDimensions().contains(Account.PROJECT)) {
      return Fault.of(LedgerError.DIMENSION_MISSING, account.code(), Account.PROJECT);
    }
    return null;
  }
}
