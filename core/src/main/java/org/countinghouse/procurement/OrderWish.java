package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an order to say; see {@link PurchaseOrder} for the fields.
 *
 * @param supplierId a requester may leave it to the buyer
 */
public record OrderWish(
    @Nullable UUID supplierId,
    Currency currency,
    @Nullable LocalDate deliverBy,
    @Nullable String note,
    List<Line> lines) {

  public OrderWish {
    lines = List.copyOf(lines);
  }

  /**
   * One wanted line; see {@link OrderLine} for the fields.
   *
   * @param id of the line it rewords; null for a new one
   * @param position null: the next free one
   * @param category null: the standard category, of orders agreed elsewhere
   * @param account null: what the category says
   * @param taxCode null: what the category says
   */
  public record Line(
      @Nullable UUID id,
      @Nullable Integer position,
      @Nullable String supplierItem,
      String name,
      @Nullable String category,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      @Nullable String account,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode) {}
}
