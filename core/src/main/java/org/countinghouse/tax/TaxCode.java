package org.countinghouse.tax;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line's tax means for us.
 *
 * @param category UNCL5305 code a supplier's document must state ({@code S}, {@code Z}, {@code E},
 *     {@code AE}, {@code K}, {@code O} …)
 * @param documentRate percent the document states; zero where it states none
 * @param ownRate percent we owe ourselves on reverse charge and use tax, else zero
 * @param inputAccount takes deductible tax
 * @param outputAccount takes the tax we owe
 * @param treatment what the country's tax return calls it ({@code SALE_19}); null: in no return
 */
public record TaxCode(
    UUID organizationId,
    String code,
    String name,
    Usage usage,
    String category,
    BigDecimal documentRate,
    Kind kind,
    BigDecimal ownRate,
    @Nullable String inputAccount,
    @Nullable String outputAccount,
    @Nullable String treatment) {

  /** A code for purchases that stands in no return. */
  public TaxCode(
      UUID organizationId,
      String code,
      String name,
      String category,
      BigDecimal documentRate,
      Kind kind,
      BigDecimal ownRate,
      @Nullable String inputAccount,
      @Nullable String outputAccount) {
    this(
        organizationId,
        code,
        name,
        Usage.PURCHASE,
        category,
        documentRate,
        kind,
        ownRate,
        inputAccount,
        outputAccount,
        null);
  }

  /** On which side of the business it is used. */
  public enum Usage {
    PURCHASE,
    SALE,
    /** Moves tax between accounts, to the tax office or between returns. */
    TRANSFER
  }

  /** Where the tax goes. */
  public enum Kind {
    /** Back to us from the tax office. */
    RECOVERABLE(true, false, false),
    /** Part of the cost. */
    COST(false, false, false),
    /**
     * The supplier charges none; we owe it and deduct it ourselves (EU directive 2006/112,
     * 194-199).
     */
    REVERSE_CHARGE(true, true, true),
    /** The supplier charges none; we owe it and it is cost: use tax of the states of the US. */
    USE_TAX(false, true, true),
    /** We charge it and owe it. */
    CHARGED(false, true, false),
    /** There is none. */
    NONE(false, false, false);

    private final boolean hasInput;
    private final boolean hasOutput;
    private final boolean isOwnRate;

    Kind(boolean hasInput, boolean hasOutput, boolean isOwnRate) {
      this.hasInput = hasInput;
      this.hasOutput = hasOutput;
      this.isOwnRate = isOwnRate;
    }

    /** Whether some of it is deducted. */
    public boolean hasInput() {
      return hasInput;
    }

    /** Whether some of it is owed. */
    public boolean hasOutput() {
      return hasOutput;
    }

    /** Whether the rate is ours, not the document's. */
    public boolean isOwnRate() {
      return isOwnRate;
    }
  }

  /** The percent that is calculated with. */
  public BigDecimal rate() {
    return kind.isOwnRate() ? ownRate : documentRate;
  }

  /** The accounts tax of this code is kept on. */
  public Set<String> accounts() {
    Set<String> accounts = new TreeSet<>();
    if (inputAccount != null) {
      accounts.add(inputAccount);
    }
    if (outputAccount != null) {
      accounts.add(outputAccount);
    }
    return accounts;
  }

  /** Whether the code is made for a line stating this category and rate. */
  public boolean fits(String statedCategory, @Nullable BigDecimal statedRate) {
    BigDecimal rate = statedRate == null ? BigDecimal.ZERO : statedRate;
    return category.equals(statedCategory) && documentRate.compareTo(rate) == 0;
  }

  /** The tax it is for, as people write it. */
  public String taxation() {
    return category + " " + documentRate.stripTrailingZeros().toPlainString() + " %";
  }
}
