package org.countinghouse.banking;

import java.util.Currency;
import java.util.List;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.jspecify.annotations.Nullable;

/**
 * An account of ours at a bank, as somebody enters it; see {@link BankAccount}.
 *
 * @param transitAccount null: the one with the purpose PAYMENTS_IN_TRANSIT
 */
public record NewBankAccount(
    String code,
    String name,
    String holder,
    AccountNumber number,
    @Nullable Bic bic,
    Currency currency,
    String ledgerAccount,
    @Nullable String transitAccount,
    List<String> aliases) {

  /** Keeps its own copy of the aliases. */
  public NewBankAccount {
    aliases = List.copyOf(aliases);
  }
}
