package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One wording of an order; see {@link PurchaseOrder} and {@link OrderLine} for the fields.
 *
 * @param baseRate units of base currency per unit of {@code currency}, fixed when it is handed in
 */
public record OrderContent(
    @Nullable UUID supplierId,
    Currency currency,
    @Nullable BigDecimal baseRate,
    @Nullable LocalDate deliverBy,
    @Nullable String note,
    List<Line> lines) {

  public OrderContent {
    lines = List.copyOf(lines);
  }

  /** One line; see {@link OrderLine} for the fields. */
  public record Line(
      UUID id,
      int position,
      @Nullable String supplierItem,
      String name,
      String category,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      String account,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode,
      boolean receiptRequired) {

    /** Quantity by unit price, rounded half up to the currency. */
    public Money net(Currency currency) {
      return Money.rounded(quantity.multiply(unitPrice), currency, RoundingMode.HALF_UP);
    }

    /** Whether it is the same thing out of the same pocket, whatever its quantity and price. */
    boolean isSameThing(Line other) {
      return name.equals(other.name)
          && category.equals(other.category)
          && unit.equals(other.unit)
          && account.equals(other.account)
          && Objects.equals(supplierItem, other.supplierItem)
          && Objects.equals(costCentre, other.costCentre)
          && Objects.equals(project, other.project);
    }
  }

  /** All lines together, in the order's currency. */
  public Money total() {
    return lines.stream().map(line -> line.net(currency)).reduce(Money.zero(currency), Money::plus);
  }

  /** The line of this id. */
  public Optional<Line> line(UUID lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst();
  }

  /** An amount in the order's currency in base currency; null while no rate is fixed. */
  @Nullable Money inBase(Money amount, Currency base) {
    return baseRate == null
        ? null
        : Money.rounded(amount.amount().multiply(baseRate), base, RoundingMode.HALF_UP);
  }
}
