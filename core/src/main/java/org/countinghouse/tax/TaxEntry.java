package org.countinghouse.tax;

import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The tax of one posting under one code.
 *
 * @param postingDate decides the return it belongs to
 * @param code with the accounts and the treatment it had then
 * @param amounts in the currency of the business
 * @param baseAmounts in base currency, to the last unit as they stand on the tax accounts
 * @param text the document, as people know it
 * @param reversesId the entry it takes back
 */
public record TaxEntry(
    UUID organizationId,
    UUID journalId,
    LocalDate postingDate,
    TaxCode code,
    Amounts amounts,
    Amounts baseAmounts,
    String text,
    @Nullable UUID reversesId) {

  /**
   * Tax of one business. Above zero: bought or sold; below: a credit note.
   *
   * @param taxable what the tax is on
   * @param input deductible: debited to the code's input account
   * @param output owed: credited to the code's output account
   * @param cost that is neither deducted nor owed: part of the cost
   */
  public record Amounts(Money taxable, Money input, Money output, Money cost) {

    /** The same with the other sign. */
    public Amounts negated() {
      return new Amounts(taxable.negated(), input.negated(), output.negated(), cost.negated());
    }
  }
}
