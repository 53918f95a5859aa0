package org.countinghouse.payables;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line's tax means for us.
 *
 * @param category UNCL5305 code the document must state ({@code S}, {@code Z}, {@code E}, {@code
 *     AE}, {@code K}, {@code O} …)
 * @param documentRate percent the document must state; zero where it states none
 * @param ownRate percent we owe ourselves on reverse charge, else zero
 * @param inputAccount takes deductible tax
 * @param outputAccount takes the tax we owe ourselves
 */
public record TaxCode(
    UUID organizationId,
    String code,
    String name,
    String category,
    BigDecimal documentRate,
    Kind kind,
    BigDecimal ownRate,
    @Nullable String inputAccount,
    @Nullable String outputAccount) {

  /** Where the tax goes. */
  public enum Kind {
    /** Back to us from the tax office. */
    RECOVERABLE,
    /** Part of the cost. */
    COST,
    /**
     * The supplier charges none; we owe it and deduct it ourselves (EU directive 2006/112,
     * 194-199).
     */
    REVERSE_CHARGE,
    /** There is none. */
    NONE
  }

  /** Whether the code is made for a line stating this category and rate. */
  boolean fits(String statedCategory, @Nullable BigDecimal statedRate) {
    BigDecimal rate = statedRate == null ? BigDecimal.ZERO : statedRate;
    return category.equals(statedCategory) && documentRate.compareTo(rate) == 0;
  }

  /** The tax it is for, as people write it. */
  String taxation() {
    return category + " " + documentRate.stripTrailingZeros().toPlainString() + " %";
  }
}
