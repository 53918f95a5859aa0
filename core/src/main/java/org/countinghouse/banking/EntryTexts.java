package org.countinghouse.banking;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankfiles.AccountsInText;
import org.countinghouse.bankfiles.BankEntry;
import org.countinghouse.bankfiles.BankTransaction;
import org.jspecify.annotations.Nullable;

/** What an entry says in words: references first, each once. */
final class EntryTexts {

  private static final int LENGTH_MAX = 2000;
  private static final int TOKENS_MAX = 24;
  private static final int TOKEN_MIN = 2;
  private static final int TOKEN_MAX = 35;
  private static final Pattern WORDS = Pattern.compile("[\\s,;:]+");
  private static final Pattern PLAIN = Pattern.compile("[A-Z0-9./_-]+");
  private static final Pattern MAYBE_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2} ?[A-Z0-9]{4}");

  private EntryTexts() {}

  static String of(BankEntry entry, BankTransaction payment) {
    Set<String> said = new LinkedHashSet<>();
    payment.structuredReferences().forEach(reference -> add(said, reference));
    add(said, payment.remittance());
    add(said, entry.text());
    if (said.isEmpty()) {
      add(said, entry.reference());
    }
    String whole = String.join(" ", said);
    return masked(whole.length() > LENGTH_MAX ? whole.substring(0, LENGTH_MAX) : whole);
  }

  /** The account numbers of others are kept encrypted, so they do not stand in the text either. */
  private static String masked(String text) {
    String rest = text;
    while (MAYBE_IBAN.matcher(rest).find()) {
      Optional<String> iban = AccountsInText.firstIban(rest);
      if (iban.isEmpty()) {
        return rest;
      }
      String spaced = String.join(" ?", iban.get().split(""));
      rest = rest.replaceFirst(spaced, Matcher.quoteReplacement(AccountNumber.masked(iban.get())));
    }
    return rest;
  }

  /**
   * What in a text may be a document's number, as an array of PostgreSQL: every word with a digit,
   * as it is written and without what people type differently (case, punctuation, leading zeros),
   * and each word of digits also behind the letters before it ({@code INV 0042}).
   */
  static String tokens(String text) {
    Set<String> tokens = new LinkedHashSet<>();
    String before = "";
    for (String word : WORDS.split(text.toUpperCase(Locale.ROOT))) {
      String bare = bare(word);
      if (bare.chars().anyMatch(c -> c <= '9')) {
        token(tokens, trimmed(word));
        token(tokens, withoutLeadingZeros(bare));
        if (!before.isEmpty() && bare.charAt(0) <= '9') {
          token(tokens, before + bare);
        }
        before = "";
      } else {
        before = bare;
      }
      if (tokens.size() >= TOKENS_MAX) {
        break;
      }
    }
    return "{" + String.join(",", tokens) + "}";
  }

  private static boolean isPlain(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Letters and digits only. By hand: a statement has millions of words. */
  private static String bare(String word) {
    var bare = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (isPlain(word.charAt(i))) {
        bare.append(word.charAt(i));
      }
    }
    return bare.length() == word.length() ? word : bare.toString();
  }

  /** Without the punctuation around it. */
  private static String trimmed(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !isPlain(word.charAt(from))) {
      from++;
    }
    while (to > from && !isPlain(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to);
  }

  private static String withoutLeadingZeros(String bare) {
    int from = 0;
    while (from < bare.length() - 1 && bare.charAt(from) == '0') {
      from++;
    }
    return bare.substring(from);
  }

  private static void token(Set<String> tokens, String token) {
    if (token.length() >= TOKEN_MIN
        && token.length() <= TOKEN_MAX
        && PLAIN.matcher(token).matches()) {
      tokens.add(token);
    }
  }

  private static void add(Set<String> said, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      said.add(text.strip());
    }
  }
}
