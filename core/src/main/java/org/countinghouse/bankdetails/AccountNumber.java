package org.countinghouse.bankdetails;

import java.util.regex.Matcher;
import org.countinghouse.errors.BusinessException;
import org.jspecify.annotations.Nullable;

/**
 * A number money can be sent to: an IBAN, a US routing number and account, a British sort code and
 * account, or another country's own number. {@code toString()} is {@link #masked()}.
 */
public sealed interface AccountNumber permits Iban, UsAccount, UkAccount, OtherAccount {

  /**
   * The whole number in its one canonical text: {@code DE89370400440532013000}, {@code
   * 021000021/123456789}, {@code 200000/55779911}, {@code AU/062000123456}. {@link #parse} reads it
   * back. Secret: encrypt it to keep it, mask it to show it.
   */
  String value();

  /** What people may see: enough to recognize the account, too little to pay to it. */
  String masked();

  /** ISO 3166 code of the country the account is kept in; {@code ZZ} when nobody said. */
  String country();

  /**
   * Equal exactly when two numbers name the same account, however it was written: a British IBAN
   * and its sort code and account have one identity. What equality searches fingerprint. Secret as
   * {@link #value()}.
   */
  default String identity() {
    return value();
  }

  /** Whether the account has an IBAN, the only kind SEPA takes. */
  default boolean isIban() {
    return this instanceof Iban;
  }

  /**
   * Reads a number as people and documents write it, with blanks and dashes.
   *
   * @throws BusinessException {@code bankdetails.*}; the text shows no more than the number's ends
   */
  static AccountNumber parse(String text) {
    String plain = AccountTexts.plain(text);
    Matcher us = AccountTexts.US.matcher(plain);
    if (us.matches()) {
      return new UsAccount(us.group(1), us.group(2));
    }
    Matcher printed = AccountTexts.UK_PRINTED.matcher(text.strip());
    Matcher uk =
        AccountTexts.UK.matcher(
            printed.matches()
                ? AccountTexts.plain(printed.group(1)) + "/" + printed.group(2)
                : plain);
    if (uk.matches()) {
      return new UkAccount(uk.group(1), uk.group(2));
    }
    Matcher other = AccountTexts.OTHER.matcher(plain);
    if (other.matches()) {
      return new OtherAccount(other.group(1), other.group(2));
    }
    if (AccountTexts.MEANS_IBAN.matcher(plain).lookingAt()) {
      return new Iban(plain);
    }
    throw BankDetailsError.ACCOUNT_UNKNOWN.with(AccountTexts.masked(plain));
  }

  /**
   * Reads a number that stands beside its bank, as electronic invoices write it.
   *
   * @param institution a routing number, a sort code, a BIC or nothing
   * @throws BusinessException as {@link #parse(String)}
   */
  static AccountNumber parse(String text, @Nullable String institution) {
    String plain = AccountTexts.plain(text);
    String bank = institution == null ? "" : AccountTexts.digits(institution);
    if (AccountTexts.DIGITS.matcher(plain).matches()) {
      if (bank.length() == UsAccount.ROUTING_DIGITS) {
        return new UsAccount(bank, plain);
      }
      if (bank.length() == UkAccount.SORT_CODE_DIGITS) {
        return new UkAccount(bank, plain);
      }
      if (institution != null && Bic.isValid(institution)) {
        return new OtherAccount(new Bic(institution).country(), plain);
      }
    }
    return parse(text);
  }

  /**
   * Reads what a bank wrote about somebody else: never refused, since a statement is true whatever
   * its numbers look like. What is no known form becomes an {@link OtherAccount} of {@code ZZ}.
   */
  static AccountNumber lenient(String text) {
    try {
      return parse(text);
    } catch (BusinessException unusual) {
      return new OtherAccount(OtherAccount.UNKNOWN_COUNTRY, AccountTexts.shortened(text));
    }
  }

  /** Any text that may be an account number, without blanks, dashes and dots, in capitals. */
  static String normalized(String text) {
    return AccountTexts.plain(text);
  }

  /** Any text that may be an account number, with no more than its ends readable. */
  static String masked(String text) {
    return AccountTexts.masked(AccountTexts.plain(text));
  }
}
