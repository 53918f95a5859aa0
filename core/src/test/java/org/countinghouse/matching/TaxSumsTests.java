package org.countinghouse.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.countinghouse.money.Money;
import org.countinghouse.payables.ReceivedTax;
import org.junit.jupiter.api.Test;

class TaxSumsTests {

  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Test
  void aCentOfRoundingByLineInsteadOfByTotalIsTaken() {
    assertThat(TaxSums.check(List.of(tax("24", "835.00", "200.41")), CENT)).isEmpty();
  }

  @Test
  void whatTheRateDoesNotMakeIsADifference() {
    assertThat(
            TaxSums.check(List.of(tax("24", "835.00", "200.40"), tax("14", "52.50", "7.38")), CENT))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.difference()).isEqualTo(Difference.TAX_SUM);
              assertThat(remark.text()).startsWith("14 % on 52.50 EUR are 7.35 EUR");
            });
  }

  @Test
  void outsideTheScopeOfTaxThereIsNone() {
    assertThat(
            TaxSums.check(
                List.of(
                    new ReceivedTax(
                        "O", null, Money.of("10.00", "EUR"), Money.of("0.00", "EUR"), "exempt")),
                BigDecimal.ZERO))
        .isEmpty();
  }

  private static ReceivedTax tax(String rate, String taxable, String tax) {
    return new ReceivedTax(
        "S", new BigDecimal(rate), Money.of(taxable, "EUR"), Money.of(tax, "EUR"), null);
  }
}
