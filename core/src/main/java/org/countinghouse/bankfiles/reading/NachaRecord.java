package org.countinghouse.bankfiles.reading;

import java.math.BigDecimal;
import org.countinghouse.bankfiles.BankFileError;

/**
 * A record of 94 characters. Positions are those of the Nacha rules: from one, both ends included.
 *
 * @param text filled up with blanks: many programs cut those at the end
 */
record NachaRecord(String text, String place) {

  static final int LENGTH = 94;

  /** The kind of record: 1, 5, 6, 7, 8 or 9. */
  char type() {
    return text.charAt(0);
  }

  /** A field without blanks around it. */
  String field(int from, int to) {
    return text.substring(from - 1, to).strip();
  }

  /** Digits; blanks stand for zero. */
  long number(int from, int to) {
    String digits = field(from, to);
    if (!digits.matches("[0-9]{0,18}")) {
      throw BankFileError.VALUE.refusing(place, Values.shown(text), "a record: not a number");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  /** Dollars, written in cents. */
  BigDecimal dollars(int from, int to) {
    String digits = field(from, to);
    if (!digits.matches("[0-9]{0,20}")) {
      throw BankFileError.VALUE.refusing(place, Values.shown(text), "a record: not an amount");
    }
    return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits).movePointLeft(2);
  }

  /** Whether a field has nothing but digits. */
  boolean isDigits(int from, int to) {
    return text.substring(from - 1, to).matches("[0-9]+");
  }
}
