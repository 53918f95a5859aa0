package org.countinghouse.server.procuretopay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;

/** The invoice a demo supplier sends for one order of one line (UBL, XRechnung). */
record SupplierInvoice(
    String number, String order, String line, String item, BigDecimal quantity, BigDecimal price) {

  private static final BigDecimal RATE = new BigDecimal("19");
  private static final PropertyPlaceholderHelper TEMPLATE =
      new PropertyPlaceholderHelper("${", "}");

  BigDecimal net() {
    return price.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
  }

  BigDecimal tax() {
    return net().multiply(RATE).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }

  BigDecimal gross() {
    return net().add(tax());
  }

  /** As the paper works on the Elbe would send it. */
  String xml(LocalDate issued) {
    Map<String, String> values = new HashMap<>();
    values.put("number", number);
    values.put("issued", issued.toString());
    values.put("due", issued.toString());
    values.put("days", "0");
    values.put("reference", order);
    values.put("currency", "EUR");
    values.put("rate", RATE.toPlainString());
    values.put("net", net().toPlainString());
    values.put("tax", tax().toPlainString());
    values.put("gross", gross().toPlainString());
    values.put("seller.name", "Elbe Papier GmbH");
    values.put("seller.vatId", "DE136695976");
    values.put("seller.mail", "rechnung@elbe-papier.example");
    values.put("seller.street", "Speicherstraße 12");
    values.put("seller.city", "Hamburg");
    values.put("seller.postCode", "20457");
    values.put("seller.country", "DE");
    values.put("seller.iban", "DE44200400600526015600");
    values.put("buyer.name", "Harbour Handel GmbH");
    values.put("buyer.country", "DE");
    values.put("line", "1");
    values.put("quantity", quantity.toPlainString());
    values.put("amount", net().toPlainString());
    values.put("price", price.toPlainString());
    values.put("item", item);
    values.put("unit", "H87");
    values.put(
        "order", "<cac:OrderReference><cbc:ID>%s</cbc:ID></cac:OrderReference>".formatted(order));
    values.put(
        "orderLine",
        "<cac:OrderLineReference><cbc:LineID>%s</cbc:LineID></cac:OrderLineReference>"
            .formatted(line));
    values.put("lines", fill("demo/invoice-line.xml", values));
    return fill("demo/invoice.xml", values);
  }

  private static String fill(String template, Map<String, String> values) {
    try {
      String text = new ClassPathResource(template).getContentAsString(StandardCharsets.UTF_8);
      return TEMPLATE.replacePlaceholders(text, values::get);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
