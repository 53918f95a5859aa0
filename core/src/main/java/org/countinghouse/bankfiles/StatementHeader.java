package org.countinghouse.bankfiles;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says about itself before its first entry. Everything but format and kind is the
 * bank's word, and any of it may be missing.
 *
 * @param format how it is written
 * @param version the message it is, such as {@code camt.053.001.08} or {@code MT940}
 * @param kind what it is for
 * @param messageId of the file; a bank that sends a statement again may change it
 * @param id of the statement; not unique with every bank
 * @param sequence its number in the year or since the account was opened; zero counts as none
 * @param page of a statement sent in parts
 * @param account as the bank writes it, without blanks: an IBAN or any other number
 * @param servicer BIC or other number of the bank that keeps the account
 * @param currency of the account, when it is known before the first entry
 * @param from first day it covers
 * @param to last day it covers
 * @param createdAt in the bank's own time
 */
public record StatementHeader(
    StatementFormat format,
    String version,
    StatementKind kind,
    @Nullable String messageId,
    @Nullable String id,
    @Nullable Long sequence,
    @Nullable Integer page,
    @Nullable String account,
    @Nullable String servicer,
    @Nullable Currency currency,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDateTime createdAt) {

  private static final Pattern CURRENCY_AT_END = Pattern.compile("(.*[0-9])[A-Z]{3}");

  /** An ABA routing number or a British sort code. */
  private static final Pattern NATIONAL_BANK = Pattern.compile("[0-9]{9}|[0-9]{6}");

  private static final Pattern GERMAN = Pattern.compile("([0-9]{8})/0*([0-9]{1,10})");
  private static final int GERMAN_ACCOUNT_DIGITS = 10;

  /**
   * The ways in which this account may be written elsewhere, the most telling first: as given,
   * without a currency at its end ({@code 70011110/4005287001EUR}), behind its bank's routing
   * number or sort code, the IBAN of a German bank code and account, and what stands behind the
   * last slash. Empty when the statement names none.
   */
  public List<String> accountForms() {
    if (account == null) {
      return List.of();
    }
    Set<String> forms = new LinkedHashSet<>();
    String plain = account.replace(" ", "").toUpperCase(Locale.ROOT);
    forms.add(plain);
    Matcher withCurrency = CURRENCY_AT_END.matcher(plain);
    if (withCurrency.matches()) {
      plain = withCurrency.group(1);
      forms.add(plain);
    }
    if (servicer != null && NATIONAL_BANK.matcher(servicer).matches()) {
      forms.add(servicer + "/" + plain);
    }
    Matcher german = GERMAN.matcher(plain);
    if (german.matches()) {
      String number = "0".repeat(GERMAN_ACCOUNT_DIGITS - german.group(2).length());
      forms.add(Mod97.withCheckDigits("DE", german.group(1) + number + german.group(2)));
    }
    int slash = plain.lastIndexOf('/');
    if (slash >= 0 && slash < plain.length() - 1) {
      forms.add(plain.substring(slash + 1));
    }
    return List.copyOf(forms);
  }

  /** The statement in a few words, for messages: its id, else account and number. */
  public String name() {
    if (id != null && !id.isEmpty()) {
      return id;
    }
    String number = sequence == null ? "" : " no. " + sequence + (page == null ? "" : "/" + page);
    return (account == null ? version : "of " + account) + number;
  }
}
