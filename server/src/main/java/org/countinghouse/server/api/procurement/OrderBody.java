package org.countinghouse.server.api.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.procurement.OrderWish;
import org.jspecify.annotations.Nullable;

/**
 * An order as a caller words it; see {@link OrderWish} for the fields.
 *
 * @param currency ISO 4217; absent: base currency
 * @param reason why an issued order is to change
 */
record OrderBody(
    @Nullable UUID supplierId,
    @Nullable Currency currency,
    @Nullable LocalDate deliverBy,
    @Nullable @Size(max = 2000) String note,
    @Nullable @Size(max = 2000) String reason,
    @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid LineBody> lines) {

  /**
   * A line.
   *
   * @param id of the line it rewords; absent for a new one
   * @param unit UN/ECE Recommendation 20; absent: C62, pieces
   * @param account absent: what the category says
   * @param taxCode absent: what the category says
   */
  record LineBody(
      @Nullable UUID id,
      @Nullable @Size(max = 100) String supplierItem,
      @NotBlank @Size(max = 500) String name,
      @Nullable @Size(max = 20) String category,
      @NotNull BigDecimal quantity,
      @Nullable @Size(max = 3) String unit,
      @NotNull BigDecimal unitPrice,
      @Nullable @Size(max = 40) String account,
      @Nullable @Size(max = 40) String costCentre,
      @Nullable @Size(max = 40) String project,
      @Nullable @Size(max = 40) String taxCode) {

    private static final String PIECE = "C62";

    OrderWish.Line wish() {
      return new OrderWish.Line(
          id,
          null,
          supplierItem,
          name,
          category,
          quantity,
          unit == null || unit.isBlank() ? PIECE : unit,
          unitPrice,
          account,
          costCentre,
          project,
          taxCode);
    }
  }

  OrderWish wish(Currency base) {
    return new OrderWish(
        supplierId,
        Objects.requireNonNullElse(currency, base),
        deliverBy,
        note,
        lines.stream().map(LineBody::wish).toList());
  }
}
