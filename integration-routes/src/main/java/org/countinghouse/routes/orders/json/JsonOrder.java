package org.countinghouse.routes.orders.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.payables.Party;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.correspondence.ReceivedOrder;
import org.jspecify.annotations.Nullable;

/** An order as JSON; what is not nullable has to be there. */
record JsonOrder(
    @JsonProperty(required = true) String number,
    @JsonProperty(required = true) LocalDate orderedOn,
    @JsonProperty(required = true) Seller supplier,
    @JsonProperty(required = true) Currency currency,
    @Nullable LocalDate deliverBy,
    @Nullable String note,
    @JsonProperty(required = true) List<Line> lines) {

  /** Who delivers: by our number, by VAT id or by exact name. */
  record Seller(@Nullable String number, @Nullable String vatId, @Nullable String name) {}

  /** One line; see {@link OrderWish.Line}. */
  record Line(
      @Nullable Integer position,
      @Nullable String supplierItem,
      @JsonProperty(required = true) String name,
      @Nullable String category,
      @JsonProperty(required = true) BigDecimal quantity,
      @JsonProperty(required = true) String unit,
      @JsonProperty(required = true) BigDecimal unitPrice,
      @Nullable String account,
      @Nullable String costCentre,
      @Nullable String project,
      @Nullable String taxCode) {

    private boolean isComplete() {
      return name != null && quantity != null && unit != null && unitPrice != null;
    }

    private OrderWish.Line wish() {
      return new OrderWish.Line(
          null,
          position,
          supplierItem,
          name,
          category,
          quantity,
          unit,
          unitPrice,
          account,
          costCentre,
          project,
          taxCode);
    }
  }

  /** What has to be there and is null; null when nothing. JSON has a null for everything. */
  @Nullable String missing() {
    var required = new LinkedHashMap<String, @Nullable Object>();
    required.put("number", number);
    required.put("orderedOn", orderedOn);
    required.put("supplier", supplier);
    required.put("currency", currency);
    required.put("lines", lines);
    if (lines != null) {
      boolean whole = lines.stream().allMatch(line -> line != null && line.isComplete());
      required.put("a line or what it says", whole ? lines : null);
    }
    return required.entrySet().stream()
        .filter(each -> each.getValue() == null)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  ReceivedOrder received() {
    String name = supplier.name() == null ? "?" : supplier.name();
    return new ReceivedOrder(
        number,
        orderedOn,
        new Party(name, supplier.vatId(), null, null, null, null),
        supplier.number(),
        currency,
        deliverBy,
        note,
        lines.stream().map(Line::wish).toList());
  }
}
