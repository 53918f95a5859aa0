package org.countinghouse.payables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What lines and taxes of a document have in common: category and rate, however it is written. */
record TaxGroup(String category, BigDecimal rate) {

  TaxGroup {
    rate = rate.stripTrailingZeros();
  }

  static TaxGroup of(ReceivedLine line) {
    return of(line.taxCategory(), line.taxRate());
  }

  static TaxGroup of(ReceivedTax tax) {
    return of(tax.category(), tax.rate());
  }

  private static TaxGroup of(String category, @Nullable BigDecimal rate) {
    return new TaxGroup(category, rate == null ? BigDecimal.ZERO : rate);
  }

  String text() {
    return category + " " + rate.toPlainString() + " %";
  }
}
