package org.countinghouse.routes.supplierinvoices.einvoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.money.Money;
import org.countinghouse.payables.DiscountTerm;

/**
 * Discounts for early payment in the free text of payment terms (BT-20). EN 16931 has no field for
 * them; XRechnung 3.0 section 11.4.5 (BR-DE-18) fixes how a line of the text says one: {@code
 * #SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=120.50#}. Whatever else the text says is for people.
 */
final class Skonto {

  /** The lengths are those of the rule; anything longer is no discount anybody grants. */
  private static final Pattern LINE =
      Pattern.compile(
          "#SKONTO#TAGE=(\\d{1,3})#PROZENT=(\\d{1,2}\\.\\d{2})(?:#BASISBETRAG=(\\d{1,15}\\.\\d{2}))?#");

  private Skonto() {}

  /** The discounts in these texts, in their order; what makes no sense is left to the reader. */
  static List<DiscountTerm> in(Currency currency, List<String> texts) {
    List<DiscountTerm> terms = new ArrayList<>();
    for (String text : texts) {
      Matcher line = LINE.matcher(text);
      while (line.find()) {
        int days = Integer.parseInt(line.group(1));
        BigDecimal percent = new BigDecimal(line.group(2));
        String base = line.group(3);
        boolean keepsScale = base == null || fits(base, currency);
        if (DiscountTerm.isUsable(days, percent) && keepsScale) {
          terms.add(
              new DiscountTerm(
                  days, percent, base == null ? null : new Money(new BigDecimal(base), currency)));
        }
      }
    }
    return terms;
  }

  private static boolean fits(String amount, Currency currency) {
    BigDecimal exact = new BigDecimal(amount).stripTrailingZeros();
    return exact.signum() > 0 && exact.scale() <= currency.getDefaultFractionDigits();
  }
}
