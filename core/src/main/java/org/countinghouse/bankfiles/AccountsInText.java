package org.countinghouse.bankfiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankdetails.Iban;

/** Finds account numbers in what banks and payers write: the check digits tell. */
public final class AccountsInText {

  private static final Pattern WORD =
      Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern GROUPED =
      Pattern.compile(
          "(?<![A-Z0-9])[A-Z]{2}[0-9]{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?(?![A-Z0-9])");

  private AccountsInText() {}

  /**
   * The first IBAN in a text, without blanks: written in one, or in groups of four as on paper.
   * What merely looks like one is passed over.
   */
  public static Optional<String> firstIban(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (Iban.isValid(word.group())) {
        return Optional.of(word.group());
      }
    }
    Matcher grouped = GROUPED.matcher(text);
    while (grouped.find()) {
      // a group that follows may be the next word: take groups away until the number is right
      for (String tried = grouped.group();
          tried.contains(" ");
          tried = tried.substring(0, tried.lastIndexOf(' '))) {
        String plain = tried.replace(" ", "");
        if (Iban.isValid(plain)) {
          return Optional.of(plain);
        }
      }
    }
    return Optional.empty();
  }
}
