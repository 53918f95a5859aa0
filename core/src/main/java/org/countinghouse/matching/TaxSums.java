package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.countinghouse.money.Money;
import org.countinghouse.payables.ReceivedTax;
import org.jspecify.annotations.Nullable;

/** Whether the tax an invoice states is what its rates make. */
final class TaxSums {

  private static final int PERCENT_DIGITS = 2;

  private TaxSums() {}

  /** A remark for each rate whose tax differs by more than this. */
  static List<Remark> check(List<ReceivedTax> taxes, BigDecimal tolerance) {
    return taxes.stream()
        .filter(tax -> difference(tax).compareTo(tolerance) > 0)
        .map(
            tax ->
                Remark.of(
                    Difference.TAX_SUM,
                    LineMatcher.plain(rate(tax.rate())) + " %",
                    tax.taxable(),
                    calculated(tax),
                    tax.tax()))
        .toList();
  }

  /** Outside the scope of tax there is none. */
  static BigDecimal rate(@Nullable BigDecimal rate) {
    return rate == null ? BigDecimal.ZERO : rate;
  }

  private static BigDecimal difference(ReceivedTax tax) {
    return tax.tax().minus(calculated(tax)).amount().abs();
  }

  private static Money calculated(ReceivedTax tax) {
    return tax.taxable()
        .times(rate(tax.rate()).movePointLeft(PERCENT_DIGITS), RoundingMode.HALF_UP);
  }
}
