package org.countinghouse.bankdetails;

import java.util.Locale;
import java.util.regex.Pattern;

/** How account numbers are written and hidden. */
final class AccountTexts {

  static final Pattern US = Pattern.compile("([0-9]{9})[/:]([0-9A-Z]{1,17})");
  static final Pattern UK = Pattern.compile("([0-9]{6})[/:]([0-9]{6,8})");
  static final Pattern UK_PRINTED =
      Pattern.compile("([0-9]{2}-[0-9]{2}-[0-9]{2})[\\s/:]+([0-9]{6,8})");
  static final Pattern OTHER = Pattern.compile("([A-Z]{2})[/:]([0-9A-Z/]{1,34})");
  static final Pattern MEANS_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}");
  static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0.\\-]+");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
  private static final Pattern UNUSABLE = Pattern.compile("[^0-9A-Z/]+");
  private static final int OTHER_LENGTH = 34;
  private static final int ENDS = 4;

  private AccountTexts() {}

  static String plain(String text) {
    return SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
  }

  static String digits(String text) {
    return text.chars().anyMatch(Character::isLetter) ? "" : NO_DIGITS.matcher(text).replaceAll("");
  }

  static String shortened(String text) {
    String usable = UNUSABLE.matcher(plain(text)).replaceAll("");
    if (usable.isEmpty()) {
      return "0";
    }
    return usable.length() <= OTHER_LENGTH ? usable : usable.substring(0, OTHER_LENGTH);
  }

  /** The last four; the last two, or fewer, of a short one. */
  static String lastOf(String number) {
    int length = number.length();
    return "…"
        + number.substring(
            length > 2 * ENDS - 1 ? length - ENDS : Math.max(length - 2, (length + 1) / 2));
  }

  static String masked(String plain) {
    int length = plain.length();
    if (length <= 2 * ENDS) {
      return lastOf(plain);
    }
    return plain.substring(0, ENDS) + "…" + plain.substring(length - ENDS);
  }
}
