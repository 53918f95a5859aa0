package org.countinghouse.bankfiles;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text as every bank on the way can carry it: the Latin letters, digits and signs of SWIFT's
 * character set x, which SEPA requires of all banks. Letters with marks lose them, others are
 * replaced as the European Payments Council lists (EPC217-08, "SEPA conversion table"), what has no
 * replacement becomes a full stop.
 */
public final class BankText {

  private static final String SIGNS = "/-?:().,'+ ";
  private static final Map<Character, String> REPLACED =
      Map.ofEntries(
          Map.entry('ß', "s"),
          Map.entry('æ', "a"),
          Map.entry('Æ', "A"),
          Map.entry('ø', "o"),
          Map.entry('Ø', "O"),
          Map.entry('œ', "o"),
          Map.entry('Œ', "O"),
          Map.entry('ł', "l"),
          Map.entry('Ł', "L"),
          Map.entry('đ', "d"),
          Map.entry('Đ', "D"),
          Map.entry('ð', "d"),
          Map.entry('Ð', "D"),
          Map.entry('þ', "t"),
          Map.entry('Þ', "T"),
          Map.entry('ı', "i"),
          Map.entry('ħ', "h"),
          Map.entry('Ħ', "H"),
          Map.entry('&', "+"),
          Map.entry('@', "(at)"),
          Map.entry('€', "EUR"),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('_', "-"),
          Map.entry('’', "'"),
          Map.entry('‘', "'"),
          Map.entry('`', "'"),
          Map.entry('"', "'"),
          Map.entry('“', "'"),
          Map.entry('”', "'"),
          Map.entry('[', "("),
          Map.entry(']', ")"),
          Map.entry('{', "("),
          Map.entry('}', ")"),
          Map.entry('<', "."),
          Map.entry('>', "."),
          Map.entry(';', ","),
          Map.entry('#', "."),
          Map.entry('\\', "/"),
          Map.entry('|', "/"));

  private BankText() {}

  /** The text in the characters banks carry, without blanks around it. */
  public static String plain(String text) {
    if (isPlain(text)) {
      return text.strip();
    }
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (isCarried(c)) {
        plain.append(c);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        plain.append(' ');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && !Character.isLowSurrogate(c)) {
        plain.append(REPLACED.getOrDefault(c, "."));
      }
    }
    return plain.toString().strip();
  }

  /** The same, at most so many characters: for names, which banks may shorten themselves. */
  public static String plain(String text, int length) {
    String plain = plain(text);
    return plain.length() <= length ? plain : plain.substring(0, length).strip();
  }

  /** Whether anything of a text is left that says something. */
  public static boolean isReadable(String text) {
    return plain(text).chars().anyMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
  }

  /**
   * Whether a text can be an id: 1 to {@code length} of the characters banks carry, no slash at
   * either end and no two in a row (EPC rule books, usage rules of references).
   */
  public static boolean isId(String text, int length) {
    return !text.isEmpty()
        && text.length() <= length
        && isPlain(text)
        && text.strip().length() == text.length()
        && !text.startsWith("/")
        && !text.endsWith("/")
        && !text.contains("//");
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> isCarried((char) c));
  }

  private static boolean isCarried(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || SIGNS.indexOf(c) >= 0;
  }
}
