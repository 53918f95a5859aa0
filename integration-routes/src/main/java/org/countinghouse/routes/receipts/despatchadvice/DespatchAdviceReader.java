package org.countinghouse.routes.receipts.despatchadvice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countinghouse.exchange.Reading;
import org.countinghouse.procurement.receipts.ReceivedDespatch;
import org.countinghouse.routes.ubl.UblDocument;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Reads UBL despatch advices (Peppol BIS Despatch Advice 3 and whatever is near enough to it). */
final class DespatchAdviceReader {

  static final String KIND = "DespatchAdvice";

  private final UblDocument document;
  private final XmlNode root;

  private DespatchAdviceReader(UblDocument document, XmlNode root) {
    this.document = document;
    this.root = root;
  }

  static Reading<ReceivedDespatch> read(byte[] content) {
    return UblDocument.read(
        content,
        KIND,
        (document, root) -> new DespatchAdviceReader(document, root).advice(),
        advice ->
            "Despatch advice %s of %s, %d lines"
                .formatted(advice.number(), advice.seller().name(), advice.lines().size()));
  }

  private ReceivedDespatch advice() {
    return new ReceivedDespatch(
        document.required(root, "ID"), day(), document.party("DespatchSupplierParty"), lines());
  }

  /** The day the goods came where it is said, else the day they left, else that of the document. */
  private LocalDate day() {
    LocalDate issued = document.requiredDate(root, "IssueDate");
    LocalDate delivered = document.date(root, "Shipment", "Delivery", "ActualDeliveryDate");
    LocalDate left = document.date(root, "Shipment", "Delivery", "Despatch", "ActualDespatchDate");
    return delivered != null ? delivered : left != null ? left : issued;
  }

  private List<ReceivedDespatch.Line> lines() {
    var lines = new ArrayList<ReceivedDespatch.Line>();
    for (XmlNode line : root.all("DespatchLine")) {
      BigDecimal quantity = document.requiredDecimal(line, "DeliveredQuantity");
      // an advice lists what is outstanding too, as delivered nought times
      if (quantity.signum() != 0 || line.text("DeliveredQuantity") == null) {
        lines.add(line(line, quantity));
      }
    }
    if (lines.isEmpty()) {
      document.required(root, "DespatchLine", "DeliveredQuantity");
    }
    return lines;
  }

  private ReceivedDespatch.Line line(XmlNode line, BigDecimal quantity) {
    String order = line.text("OrderLineReference", "OrderReference", "ID");
    return new ReceivedDespatch.Line(
        line.path(),
        order == null ? document.required(root, "OrderReference", "ID") : order,
        document.text(line, "OrderLineReference", "LineID"),
        document.text(line, "Item", "SellersItemIdentification", "ID"),
        quantity,
        unit(line));
  }

  private static @Nullable String unit(XmlNode line) {
    return line.first("DeliveredQuantity")
        .map(quantity -> quantity.attribute("unitCode"))
        .filter(unit -> !unit.isEmpty())
        .orElse(null);
  }
}
