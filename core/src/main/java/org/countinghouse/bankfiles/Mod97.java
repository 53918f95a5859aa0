package org.countinghouse.bankfiles;

import java.util.regex.Pattern;

/** The check digits of ISO 7064 MOD 97-10, as IBANs and creditor references carry them. */
final class Mod97 {

  private static final int MODULUS = 97;
  private static final int LETTER_OFFSET = 10;
  private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");

  private Mod97() {}

  /** The text behind a prefix of two letters and the check digits that belong to both. */
  static String withCheckDigits(String prefix, String text) {
    int check = MODULUS + 1 - remainder(text + prefix + "00");
    return prefix + (check < LETTER_OFFSET ? "0" : "") + check + text;
  }

  /** Whether the text is a creditor reference (ISO 11649) with the right check digits. */
  static boolean isCreditorReference(String text) {
    return CREDITOR_REFERENCE.matcher(text).matches()
        && remainder(text.substring(4) + text.substring(0, 4)) == 1;
  }

  private static int remainder(String text) {
    int rest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c >= 'A' ? c - 'A' + LETTER_OFFSET : c - '0';
      rest =
          (rest * (value >= LETTER_OFFSET ? LETTER_OFFSET * LETTER_OFFSET : LETTER_OFFSET) + value)
              % MODULUS;
    }
    return rest;
  }
}
