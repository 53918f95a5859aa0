package org.countinghouse.bankdetails;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How each country builds its VAT numbers (VIES: structure of the numbers; check digits as the tax
 * authorities publish them; Bulgaria, Latvia and the numbers of natural persons by structure only).
 */
final class VatSchemes {

  /**
   * One country.
   *
   * @param form of the number without its prefix
   * @param example to show who has it wrong
   * @param check of the digits, given the number without its prefix
   */
  record Scheme(Pattern form, String example, Predicate<String> check) {}

  private static final Map<String, Scheme> SCHEMES = new HashMap<>();
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  static {
    add("AT", "U[0-9]{8}", "ATU12345675", VatSchemes::austria);
    add("BE", "[01][0-9]{9}", "BE0403019261", n -> last(n, 2) == 97 - head(n, 8) % 97);
    add("BG", "[0-9]{9,10}", "BG175074752", n -> true);
    add("CHE", "[0-9]{9}(MWST|TVA|IVA)?", "CHE100155212MWST", VatSchemes::switzerland);
    add("CY", "[0-9]{8}[A-Z]", "CY10259033P", VatSchemes::cyprus);
    add("CZ", "[0-9]{8,10}", "CZ25123891", VatSchemes::czechia);
    add("DE", "[1-9][0-9]{8}", "DE136695976", VatSchemes::mod11And10);
    add("DK", "[1-9][0-9]{7}", "DK13585628", n -> sum(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    add("EE", "[0-9]{9}", "EE100931558", n -> sum(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0);
    add(
        "EL",
        "[0-9]{9}",
        "EL094259216",
        n -> sum(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(n, 8));
    add("ES", "[A-Z0-9][0-9]{7}[A-Z0-9]", "ESB58378431", VatSchemes::spain);
    add("FI", "[0-9]{8}", "FI20774740", n -> sum(n, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0);
    add("FR", "[A-HJ-NP-Z0-9]{2}[0-9]{9}", "FR40303265045", VatSchemes::france);
    add(
        "GB",
        "([0-9]{9}|[0-9]{12}|GD[0-4][0-9]{2}|HA[5-9][0-9]{2})",
        "GB980780684",
        VatSchemes::uk);
    add("HR", "[0-9]{11}", "HR33392005961", VatSchemes::mod11And10);
    add("HU", "[0-9]{8}", "HU12892312", n -> sum(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0);
    add("IE", "[0-9]([0-9]{6}|[A-Z+*][0-9]{5})[A-W][A-I]?", "IE6433435F", VatSchemes::ireland);
    add("IT", "[0-9]{11}", "IT00743110157", VatSchemes::luhn);
    add("LT", "([0-9]{9}|[0-9]{12})", "LT119511515", VatSchemes::lithuania);
    add("LU", "[0-9]{8}", "LU15027442", n -> head(n, 6) % 89 == last(n, 2));
    add("LV", "[0-9]{11}", "LV40003521600", n -> true);
    add("MT", "[1-9][0-9]{7}", "MT11679112", n -> sum(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0);
    add("NL", "[0-9]{9}B[0-9]{2}", "NL004495445B01", VatSchemes::netherlands);
    add("NO", "[0-9]{9}(MVA)?", "NO995525828MVA", n -> sum(n, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    add(
        "PL",
        "[0-9]{10}",
        "PL8567346215",
        n -> sum(n, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(n, 9));
    add(
        "PT",
        "[1-9][0-9]{8}",
        "PT501964843",
        n -> (11 - sum(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10 == digit(n, 8));
    add("RO", "[1-9][0-9]{1,9}", "RO18547290", VatSchemes::romania);
    add("SE", "[0-9]{10}01", "SE556188840401", n -> luhn(n.substring(0, 10)));
    add("SI", "[1-9][0-9]{7}", "SI50223054", VatSchemes::slovenia);
    add("SK", "[1-9][0-9]{9}", "SK2022749619", n -> head(n, 10) % 11 == 0);
    SCHEMES.put("XI", SCHEMES.get("GB"));
  }

  private VatSchemes() {}

  /** The scheme of this prefix, if we know it. */
  static @Nullable Scheme of(String prefix) {
    return SCHEMES.get(prefix);
  }

  private static void add(String prefix, String form, String example, Predicate<String> check) {
    SCHEMES.put(prefix, new Scheme(Pattern.compile(form), example, check));
  }

  private static int digit(String number, int index) {
    return number.charAt(index) - '0';
  }

  /** The first digits, each times its weight. */
  private static int sum(String number, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digit(number, i) * weights[i];
    }
    return sum;
  }

  private static long head(String number, int length) {
    return Long.parseLong(number.substring(0, length));
  }

  private static long last(String number, int length) {
    return Long.parseLong(number.substring(number.length() - length));
  }

  /** Every second digit from the right, but the last, doubled (ISO/IEC 7812-1, Annex B). */
  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digit(digits, digits.length() - 1 - i);
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** ISO 7064, MOD 11,10. */
  private static boolean mod11And10(String digits) {
    int check = 5;
    for (int i = 0; i < digits.length(); i++) {
      check = ((check == 0 ? 10 : check) * 2 % 11 + digit(digits, i)) % 10;
    }
    return check == 1;
  }

  private static boolean austria(String number) {
    String digits = number.substring(1);
    int sum = 4;
    for (int i = 0; i < 7; i++) {
      int digit = digit(digits, i);
      sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
    }
    return (10 - sum % 10) % 10 == digit(digits, 7);
  }

  private static boolean switzerland(String number) {
    return (11 - sum(number, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(number, 8);
  }

  private static boolean cyprus(String number) {
    int[] oddPlaces = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += i % 2 == 0 ? oddPlaces[digit(number, i)] : digit(number, i);
    }
    return 'A' + sum % 26 == number.charAt(8);
  }

  private static boolean czechia(String number) {
    if (number.length() != 8) {
      return true;
    }
    int check = Math.floorMod(11 - sum(number, 8, 7, 6, 5, 4, 3, 2), 11);
    return (check == 0 ? 1 : check) % 10 == digit(number, 7);
  }

  /** DNI and NIE of persons, CIF of companies. */
  private static boolean spain(String number) {
    char first = number.charAt(0);
    char last = number.charAt(8);
    if (Character.isDigit(first)) {
      return last == personLetter(number.substring(0, 8));
    }
    if ("XYZ".indexOf(first) >= 0) {
      return last == personLetter("XYZ".indexOf(first) + number.substring(1, 8));
    }
    if ("KLM".indexOf(first) >= 0) {
      return last == personLetter(number.substring(1, 8));
    }
    int sum = 0;
    for (int i = 1; i <= 7; i++) {
      int digit = digit(number, i);
      sum += i % 2 == 0 ? digit : digit / 5 + digit * 2 % 10;
    }
    int check = (10 - sum % 10) % 10;
    return last == '0' + check || last == "JABCDEFGHI".charAt(check);
  }

  private static char personLetter(String digits) {
    return "TRWAGMYFPDXBNJZSQVHLCKE".charAt((int) (Long.parseLong(digits) % 23));
  }

  /** The key of numbers given since 2000 may hold letters; only the older, all-digit one checks. */
  private static boolean france(String number) {
    String key = number.substring(0, 2);
    return !key.chars().allMatch(Character::isDigit)
        || Long.parseLong(key) == (last(number, 9) * 100 + 12) % 97;
  }

  /** Either of the two series in use; departments and health authorities have no check digits. */
  private static boolean uk(String number) {
    if (!Character.isDigit(number.charAt(0))) {
      return true;
    }
    long sum = sum(number, 8, 7, 6, 5, 4, 3, 2) + Long.parseLong(number.substring(7, 9));
    return sum % 97 == 0 || (sum + 55) % 97 == 0;
  }

  private static boolean ireland(String number) {
    if (!Character.isDigit(number.charAt(1))) {
      return true;
    }
    int sum = sum(number, 8, 7, 6, 5, 4, 3, 2);
    if (number.length() == 9) {
      sum += 9 * (number.charAt(8) - 'A' + 1);
    }
    return "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) == number.charAt(7);
  }

  private static boolean lithuania(String number) {
    int length = number.length() - 1;
    int check = 0;
    for (int i = 0; i < length; i++) {
      check += (1 + i % 9) * digit(number, i);
    }
    if (check % 11 == 10) {
      check = 0;
      for (int i = 0; i < length; i++) {
        check += (1 + (i + 2) % 9) * digit(number, i);
      }
    }
    return check % 11 % 10 == digit(number, length);
  }

  /** Companies by modulo 11, sole traders (since 2020) by modulo 97 over the whole text. */
  private static boolean netherlands(String number) {
    if (sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8)) {
      return true;
    }
    var digits = new StringBuilder();
    ("NL" + number).chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  private static boolean romania(String number) {
    String padded = "0".repeat(10 - number.length()) + number;
    return 10 * sum(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2) % 11 % 10 == digit(padded, 9);
  }

  private static boolean slovenia(String number) {
    int check = Math.floorMod(-sum(number, 8, 7, 6, 5, 4, 3, 2), 11);
    return check % 10 == digit(number, 7);
  }
}
