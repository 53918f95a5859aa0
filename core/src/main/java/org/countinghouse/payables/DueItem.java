package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;

/**
 * What is due to a supplier; below zero a credit note to set off.
 *
 * @param documentNumber of our invoice
 * @param supplierInvoiceNumber of the supplier's
 * @param open what is left, in the document's currency
 * @param baseAmount all of it at the rate it was booked at
 * @param openBaseAmount what is left of that
 * @param held whether nothing may be paid: the supplier or its account waits for verification
 */
public record DueItem(
    UUID id,
    UUID organizationId,
    UUID invoiceId,
    String supplierNumber,
    String supplierName,
    String documentNumber,
    String supplierInvoiceNumber,
    Money amount,
    Money open,
    Money baseAmount,
    Money openBaseAmount,
    LocalDate postedOn,
    LocalDate dueOn,
    boolean held) {

  /**
   * The base amount that goes with a part of the item: rounded half up on the running total, so
   * that all parts sum to exactly the base amount of the item.
   *
   * @param part of what is open, with the item's sign
   */
  Money baseOf(Money part) {
    BigDecimal upTo =
        amount
            .minus(open)
            .plus(part)
            .amount()
            .multiply(baseAmount.amount())
            .divide(amount.amount(), baseAmount.amount().scale(), RoundingMode.HALF_UP);
    return new Money(upTo, baseAmount.currency()).minus(baseAmount.minus(openBaseAmount));
  }
}
