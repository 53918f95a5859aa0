package org.countinghouse.ledger;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What an account asks of every line, whether posted one by one or imported. */
public final class PostingRules {

  private PostingRules() {}

  /**
   * The first rule of the account that a line breaks.
   *
   * @param place the line, for the report
   * @param module the module that posts
   * @return null when the account takes the line
   */
  public static @Nullable Fault check(
      String place, Account account, String module, Currency currency, boolean hasCostCentre) {
    if (!account.active()) {
      return Fault.at(place, LedgerError.ACCOUNT_INACTIVE, account.code());
    }
    if (!account.postable()) {
      return Fault.at(place, LedgerError.ACCOUNT_NOT_POSTABLE, account.code());
    }
    String subledger = account.controlledBy();
    if (subledger != null && !subledger.equals(module)) {
      return Fault.at(place, LedgerError.ACCOUNT_CONTROLLED, account.code(), subledger);
    }
    Currency only = account.currency();
    if (only != null && !only.equals(currency)) {
      return Fault.at(place, LedgerError.ACCOUNT_CURRENCY, account.code(), only, currency);
    }
    if (!hasCostCentre && account.requiredDimensions().contains(Account.COST_CENTRE)) {
      return Fault.at(place, LedgerError.DIMENSION_MISSING, account.code(), Account.COST_CENTRE);
    }
    return null;
  }
}
