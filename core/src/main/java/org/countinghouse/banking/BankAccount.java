package org.countinghouse.banking;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.jspecify.annotations.Nullable;

/**
 * An account of ours at a bank.
 *
 * @param code short and stable, as people say it: MAIN, USD1
 * @param name what it is for
 * @param holder as the bank knows us
 * @param bic of the bank; null where the number says enough
 * @param currency it is kept in; one number in two currencies is two accounts
 * @param ledgerAccount where it stands in the books; no other bank account stands there, so that
 *     its balance is the bank's
 * @param transitAccount where payments wait between our order and the bank's statement
 * @param aliases what else the bank's statements call it
 * @param closedOn null: in use
 */
public record BankAccount(
    UUID id,
    UUID organizationId,
    String code,
    String name,
    String holder,
    AccountNumber number,
    @Nullable Bic bic,
    Currency currency,
    String ledgerAccount,
    String transitAccount,
    List<String> aliases,
    @Nullable LocalDate closedOn) {

  /** Keeps its own copy of the aliases. */
  public BankAccount {
    aliases = List.copyOf(aliases);
  }

  /** Whether it is in use. */
  public boolean isOpen() {
    return closedOn == null;
  }
}
