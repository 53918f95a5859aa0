package org.countinghouse.routes.orders.ublorder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countinghouse.exchange.Reading;
import org.countinghouse.procurement.OrderWish;
import org.countinghouse.procurement.correspondence.ReceivedOrder;
import org.countinghouse.routes.ubl.UblDocument;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Reads UBL orders (Peppol BIS Ordering 3, transaction T01). */
final class UblOrderReader {

  static final String KIND = "Order";

  /** What a quantity without a unit is: Rec 20's "one". */
  private static final String ONE = "C62";

  private final UblDocument document;
  private final XmlNode root;

  private UblOrderReader(UblDocument document, XmlNode root) {
    this.document = document;
    this.root = root;
  }

  static Reading<ReceivedOrder> read(byte[] content) {
    return UblDocument.read(
        content,
        KIND,
        (document, root) -> new UblOrderReader(document, root).order(),
        order ->
            "Order %s with %s, %d lines"
                .formatted(order.number(), order.seller().name(), order.lines().size()));
  }

  private ReceivedOrder order() {
    return new ReceivedOrder(
        document.required(root, "ID"),
        document.requiredDate(root, "IssueDate"),
        document.party("SellerSupplierParty"),
        null,
        document.currency(root, "DocumentCurrencyCode"),
        deliverBy(),
        note(),
        lines());
  }

  private @Nullable LocalDate deliverBy() {
    LocalDate end = document.date(root, "Delivery", "RequestedDeliveryPeriod", "EndDate");
    return end != null
        ? end
        : document.date(root, "Delivery", "RequestedDeliveryPeriod", "StartDate");
  }

  private @Nullable String note() {
    String notes =
        root.all("Note").stream().map(XmlNode::text).collect(Collectors.joining("\n")).strip();
    return notes.isEmpty() ? null : notes;
  }

  private List<OrderWish.Line> lines() {
    var lines = new ArrayList<OrderWish.Line>();
    for (XmlNode item : root.all("OrderLine", "LineItem")) {
      document.required(item, "Price", "PriceAmount");
      BigDecimal price = document.unitPrice(item);
      lines.add(
          new OrderWish.Line(
              null,
              UblDocument.position(document.required(item, "ID")),
              document.text(item, "Item", "SellersItemIdentification", "ID"),
              document.required(item, "Item", "Name"),
              null,
              document.requiredDecimal(item, "Quantity"),
              unit(item),
              price == null ? BigDecimal.ZERO : price,
              null,
              null,
              null,
              null));
    }
    if (lines.isEmpty()) {
      document.required(root, "OrderLine", "LineItem");
    }
    return lines;
  }

  private static String unit(XmlNode item) {
    return item.first("Quantity")
        .map(quantity -> quantity.attribute("unitCode"))
        .filter(unit -> !unit.isEmpty())
        .orElse(ONE);
  }
}
