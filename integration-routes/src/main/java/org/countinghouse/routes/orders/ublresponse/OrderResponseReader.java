package org.countinghouse.routes.orders.ublresponse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countinghouse.exchange.Reading;
import org.countinghouse.procurement.correspondence.OrderResponse.Answer;
import org.countinghouse.procurement.correspondence.OrderResponse.Line;
import org.countinghouse.procurement.correspondence.OrderResponse.LineAnswer;
import org.countinghouse.procurement.correspondence.ReceivedResponse;
import org.countinghouse.routes.ubl.UblDocument;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Reads UBL order responses (Peppol BIS Ordering 3, transaction T76). */
final class OrderResponseReader {

  static final String KIND = "OrderResponse";

  private final UblDocument document;
  private final XmlNode root;

  private OrderResponseReader(UblDocument document, XmlNode root) {
    this.document = document;
    this.root = root;
  }

  static Reading<ReceivedResponse> read(byte[] content) {
    return UblDocument.read(
        content,
        KIND,
        (document, root) -> new OrderResponseReader(document, root).response(),
        response ->
            "Answer %s of %s to order %s"
                .formatted(response.number(), response.seller().name(), response.orderNumber()));
  }

  private ReceivedResponse response() {
    return new ReceivedResponse(
        document.required(root, "ID"),
        document.requiredDate(root, "IssueDate"),
        document.required(root, "OrderReference", "ID"),
        document.party("SellerSupplierParty"),
        answer(),
        note(root),
        lines());
  }

  /** UNCL4343, as far as the BIS uses it. */
  private Answer answer() {
    return switch (document.required(root, "OrderResponseCode")) {
      case "AB" -> Answer.ACKNOWLEDGED;
      case "AP" -> Answer.ACCEPTED;
      case "RE" -> Answer.REJECTED;
      // CA, and what another list says: a person reads it
      default -> Answer.CHANGED;
    };
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (XmlNode line : root.all("OrderLine")) {
      XmlNode item = line.first("LineItem").orElse(line);
      String reference = line.text("OrderLineReference", "LineID");
      Integer position = UblDocument.position(reference == null ? item.text("ID") : reference);
      LineAnswer answer = answer(item, position);
      lines.add(
          new Line(
              answer == LineAnswer.ADDED ? null : position,
              answer,
              document.text(item, "Item", "Name"),
              document.decimal(item, "Quantity"),
              unit(item),
              document.unitPrice(item),
              promised(item),
              note(item)));
    }
    return lines;
  }

  /** UNCL1229; a line without a status says by its figures what it is. */
  private static LineAnswer answer(XmlNode item, @Nullable Integer position) {
    String status = item.text("LineStatusCode");
    if (status == null) {
      return position == null ? LineAnswer.ADDED : LineAnswer.CHANGED;
    }
    return switch (status) {
      case "1" -> LineAnswer.ADDED;
      case "5" -> LineAnswer.ACCEPTED;
      case "7" -> LineAnswer.REJECTED;
      case "42" -> LineAnswer.DELIVERED;
      default -> LineAnswer.CHANGED;
    };
  }

  private @Nullable LocalDate promised(XmlNode item) {
    LocalDate end = document.date(item, "Delivery", "PromisedDeliveryPeriod", "EndDate");
    return end != null
        ? end
        : document.date(item, "Delivery", "PromisedDeliveryPeriod", "StartDate");
  }

  private static @Nullable String unit(XmlNode item) {
    return item.first("Quantity")
        .map(quantity -> quantity.attribute("unitCode"))
        .filter(unit -> !unit.isEmpty())
        .orElse(null);
  }

  private static @Nullable String note(XmlNode node) {
    String notes =
        node.all("Note").stream().map(XmlNode::text).collect(Collectors.joining("\n")).strip();
    return notes.isEmpty() ? null : notes;
  }
}
