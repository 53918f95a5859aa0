package org.countinghouse.banking;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Iban;

/**
 * What statements may call an account of ours. MT940 has 25 characters and many banks still write
 * the national bank code and number there; BAI2 and OFX write the bare number.
 */
final class StatementNames {

  /** Where the account begins in the national part of an IBAN, behind the bank's code. */
  private static final Map<String, Integer> BANK_CODE_LENGTHS =
      Map.of("DE", 8, "GB", 10, "NL", 4, "AT", 5, "CH", 5, "BE", 3, "FR", 10, "LU", 3);

  private static final int COUNTRY_AND_CHECK_DIGITS = 4;
  private static final int GB_BANK_LETTERS = 4;

  private StatementNames() {}

  /** Letters and digits only, in capitals, a number without its leading zeros. */
  static String normalized(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replaceFirst("^0+(?=.)", "");
  }

  /** All names of an account, normalized, each also followed by its currency. */
  static Set<String> of(BankAccount account) {
    Set<String> names = new LinkedHashSet<>(account.aliases());
    AccountNumber number = account.number();
    names.add(normalized(number.value()));
    names.add(normalized(number.identity()));
    if (number instanceof Iban iban) {
      addNational(iban, names);
    } else {
      int slash = number.value().indexOf('/');
      names.add(normalized(number.value().substring(slash + 1)));
    }
    Set<String> all = new LinkedHashSet<>(names);
    names.forEach(name -> all.add(name + account.currency().getCurrencyCode()));
    return all;
  }

  private static void addNational(Iban iban, Set<String> names) {
    String national = iban.value().substring(COUNTRY_AND_CHECK_DIGITS);
    names.add(normalized(national));
    Integer bank = BANK_CODE_LENGTHS.get(iban.country());
    if (bank == null) {
      return;
    }
    String code = national.substring(0, bank);
    String account = national.substring(bank).replaceFirst("^0+(?=.)", "");
    names.add(normalized(account));
    names.add(normalized(code + account));
    if (iban.country().equals("GB")) {
      names.add(normalized(code.substring(GB_BANK_LETTERS) + account));
    }
  }
}
