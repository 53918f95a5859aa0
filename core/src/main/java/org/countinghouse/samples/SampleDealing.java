package org.countinghouse.samples;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of business between two companies of the sample group, booked by both.
 *
 * @param receivable account of the seller
 * @param income account of the seller
 * @param payable account of the buyer
 * @param expense account of the buyer
 * @param costCentre the buyer books its expense to, if the account asks for one
 * @param currency what is agreed in: always that of one of the two
 * @param units what is charged a month, in thousands of the currency
 * @param everyMonths 1: monthly; 3: quarterly
 */
public record SampleDealing(
    String name,
    SampleCompany seller,
    SampleCompany buyer,
    String receivable,
    String income,
    String payable,
    String expense,
    @Nullable String costCentre,
    String currency,
    int units,
    int everyMonths) {

  /** Everything the companies do with each other. */
  public static List<SampleDealing> all() {
    SampleCompany uk = SampleCompany.HBUK;
    SampleCompany de = SampleCompany.HBDE;
    SampleCompany us = SampleCompany.HBUS;
    return List.of(
        new SampleDealing("Goods", uk, de, "1301", "4011", "3401", "5451", null, "EUR", 4, 1),
        new SampleDealing("Goods", uk, us, "1302", "4012", "23001", "50151", null, "USD", 3, 1),
        new SampleDealing(
            "Management charge", uk, de, "1301", "4903", "3401", "6841", "CC100", "EUR", 1, 1),
        new SampleDealing(
            "Management charge", uk, us, "1302", "4904", "23001", "65301", "CC100", "USD", 1, 1),
        new SampleDealing(
            "Logistics", de, uk, "1261", "4836", "2301", "6301", "CC300", "EUR", 1, 1),
        new SampleDealing(
            "Loan interest", uk, us, "1302", "4907", "23001", "68051", null, "USD", 2, 3));
  }
}
