package org.countinghouse.bankdetails;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.ErrorCode;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * VAT identification numbers of the EU, the United Kingdom, Norway and Switzerland: built as their
 * country builds them, check digits right where its algorithm is published. Whether a number is
 * registered, and to whom, only the country's own register can say (VIES, HMRC): nothing here asks.
 */
public final class VatIds {

  private static final Pattern NOISE = Pattern.compile("[\\s\\u00a0.\\-/]+");
  private static final Pattern PREFIXED = Pattern.compile("[A-Z]{2}.*");
  private static final Map<String, String> PREFIX_OF = Map.of("GR", "EL", "CH", "CHE");

  private VatIds() {}

  /**
   * The number with its country's prefix and without blanks, as it is kept.
   *
   * @param country ISO 3166 code of the party's country, for a number written without prefix; empty
   *     when not known
   * @throws BusinessException {@code bankdetails.vat-id-form}, {@code
   *     bankdetails.vat-id-check-digits}
   */
  public static String required(String country, String text) {
    String number = normalized(country, text);
    @Nullable BankDetailsError error = error(number);
    if (error != null) {
      throw error.with(number, prefix(number), example(number));
    }
    return number;
  }

  /** What {@link #required} would refuse, for a number a document states. */
  public static Optional<Finding> problem(String country, String text) {
    String number = normalized(country, text);
    @Nullable ErrorCode error = error(number);
    return error == null
        ? Optional.empty()
        : Optional.of(error.at("vatId", number, prefix(number), example(number)));
  }

  /** Without blanks and dashes, in capitals, the country's prefix in front. */
  public static String normalized(String country, String text) {
    String plain = NOISE.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    String wanted = PREFIX_OF.getOrDefault(country, country);
    if (plain.startsWith("GR")) {
      return "EL" + plain.substring(2);
    }
    boolean known = PREFIXED.matcher(plain).matches() && VatSchemes.of(prefix(plain)) != null;
    boolean bare = !known && !plain.startsWith(wanted) && VatSchemes.of(wanted) != null;
    return bare ? wanted + plain : plain;
  }

  private static @Nullable BankDetailsError error(String number) {
    VatSchemes.Scheme scheme = VatSchemes.of(prefix(number));
    if (scheme == null) {
      return null; // a country whose numbers we do not know
    }
    String rest = number.substring(prefix(number).length());
    if (!scheme.form().matcher(rest).matches()) {
      return BankDetailsError.VAT_ID_FORM;
    }
    return scheme.check().test(rest) ? null : BankDetailsError.VAT_ID_CHECK_DIGITS;
  }

  private static String example(String number) {
    VatSchemes.Scheme scheme = VatSchemes.of(prefix(number));
    return scheme == null ? "" : scheme.example();
  }

  private static String prefix(String number) {
    if (number.startsWith("CHE")) {
      return "CHE";
    }
    return number.length() < 2 ? number : number.substring(0, 2);
  }
}
