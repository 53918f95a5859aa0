package org.countinghouse.procurement.correspondence;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a UBL 2.1 document, UTF-8, none of them empty. */
final class UblWriter {

  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String CAC = UBL + "CommonAggregateComponents-2";
  private static final String CBC = UBL + "CommonBasicComponents-2";

  private final XMLStreamWriter xml;

  private UblWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** What stands in a document; writing to memory it meets no other trouble than ours. */
  interface Content {
    void write(UblWriter out) throws XMLStreamException;
  }

  /** A document of this root element. */
  static byte[] document(String root, Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(UBL + root + "-2");
      xml.writeNamespace("cac", CAC);
      xml.writeNamespace("cbc", CBC);
      content.write(new UblWriter(xml));
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no document of " + root + " was written", e);
    }
    return bytes.toByteArray();
  }

  void open(String name) throws XMLStreamException {
    xml.writeStartElement("cac", name, CAC);
  }

  void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** Nothing for null. */
  void text(String name, @Nullable String text) throws XMLStreamException {
    if (text != null && !text.isBlank()) {
      xml.writeStartElement("cbc", name, CBC);
      xml.writeCharacters(withoutControls(text));
      xml.writeEndElement();
    }
  }

  void text(String name, String text, String attribute, String value) throws XMLStreamException {
    xml.writeStartElement("cbc", name, CBC);
    xml.writeAttribute(attribute, value);
    xml.writeCharacters(withoutControls(text));
    xml.writeEndElement();
  }

  void money(String name, Money money) throws XMLStreamException {
    text(name, money.amount().toPlainString(), "currencyID", money.currency().getCurrencyCode());
  }

  void quantity(BigDecimal quantity, String unit) throws XMLStreamException {
    text("Quantity", plain(quantity), "unitCode", unit);
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** XML 1.0 has no words for them. */
  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]", " ");
  }
}
