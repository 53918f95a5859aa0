package org.countinghouse.payables;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rules of bank account numbers. */
final class BankAccounts {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private BankAccounts() {}

  /** Without blanks, in capitals: how numbers are compared and kept. */
  static String normalized(String number) {
    return BLANKS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Whether the normalized number means to be an IBAN: two letters and two digits come first. */
  static boolean looksLikeIban(String normalized) {
    return IBAN.matcher(normalized).matches();
  }

  /** ISO 13616: the number with its head moved to the end, letters as 10 to 35, is 1 modulo 97. */
  static boolean hasValidCheckDigits(String iban) {
    String turned = iban.substring(4) + iban.substring(0, 4);
    var digits = new StringBuilder();
    turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  /** The ends of the number, the middle hidden. */
  static String masked(String number) {
    if (number.length() <= 8) {
      return "…" + number.substring(Math.max(0, number.length() - 2));
    }
    return number.substring(0, 4) + "…" + number.substring(number.length() - 4);
  }
}
