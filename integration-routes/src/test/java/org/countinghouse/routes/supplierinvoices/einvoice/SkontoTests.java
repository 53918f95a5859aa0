package org.countinghouse.routes.supplierinvoices.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.countinghouse.money.Money;
import org.countinghouse.payables.DiscountTerm;
import org.junit.jupiter.api.Test;

class SkontoTests {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void readsTheStructuredLinesOfPaymentTermsAndLeavesTheRestToPeople() {
    assertThat(
            Skonto.in(
                EUR,
                List.of(
                    "Please pay soon.\n#SKONTO#TAGE=7#PROZENT=2.50#BASISBETRAG=100.00#\n"
                        + "#SKONTO#TAGE=14#PROZENT=1.00#\n#SKONTO#TAGE=30#PROZENT=0.00#\n"
                        + "#VERZUG#TAGE=31#PROZENT=9.00#\n2 % within 10 days")))
        .containsExactly(
            new DiscountTerm(7, new BigDecimal("2.50"), Money.of("100.00", "EUR")),
            new DiscountTerm(14, new BigDecimal("1.00"), null));
  }

  @Test
  void takesNoTermThatCannotBe() {
    assertThat(
            Skonto.in(
                EUR,
                List.of(
                    "#SKONTO#TAGE=999#PROZENT=2.00#",
                    "#SKONTO#TAGE=-1#PROZENT=2.00#",
                    "#SKONTO#TAGE=5#PROZENT=2#",
                    "#SKONTO#TAGE=5#PROZENT=2.00#BASISBETRAG=0.00#")))
        .isEmpty();
  }
}
