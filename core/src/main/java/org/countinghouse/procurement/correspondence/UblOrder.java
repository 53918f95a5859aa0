package org.countinghouse.procurement.correspondence;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.OrganizationProfile;
import org.countinghouse.payables.Party;
import org.countinghouse.procurement.OrderContent;
import org.countinghouse.procurement.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * Letters about orders as UBL 2.1: Order (Peppol BIS Ordering 3, transaction T01), OrderChange and
 * OrderCancellation (Peppol BIS Advanced Ordering 3, T114 and T115). Lines are numbered by their
 * position, which suppliers refer to when they confirm, deliver and invoice.
 *
 * <p>Peppol wants an electronic address of both sides; where one is not known it is left out, and
 * the document is for people and their programs rather than for the network.
 */
final class UblOrder {

  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String CAC = UBL + "CommonAggregateComponents-2";
  private static final String CBC = UBL + "CommonBasicComponents-2";
  private static final String PEPPOL = "urn:fdc:peppol.eu:poacc:";

  /** UNCL1001: purchase order. */
  private static final String PURCHASE_ORDER = "220";

  private static final int NAME_LENGTH_MAX = 200;

  private final XMLStreamWriter xml;
  private final OrderLetter letter;

  private UblOrder(XMLStreamWriter xml, OrderLetter letter) {
    this.xml = xml;
    this.letter = letter;
  }

  /** The letter's document, UTF-8. */
  static byte[] write(OrderLetter letter) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new UblOrder(xml, letter).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    switch (letter.kind()) {
      case ORDER -> order();
      case CHANGE -> change();
      case CANCELLATION -> cancellation();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void order() throws XMLStreamException {
    root("Order");
    text("CustomizationID", PEPPOL + "trns:order:3");
    text("ProfileID", PEPPOL + "bis:ordering:3");
    text("ID", letter.order().number());
    text("IssueDate", letter.order().orderedOn().toString());
    text("OrderTypeCode", PURCHASE_ORDER);
    text("Note", letter.order().note());
    text("DocumentCurrencyCode", letter.order().currency().getCurrencyCode());
    text("CustomerReference", letter.buyer());
    parties();
    delivery();
    total();
    lines();
  }

  private void change() throws XMLStreamException {
    root("OrderChange");
    text("CustomizationID", PEPPOL + "trns:order_change:3");
    text("ProfileID", PEPPOL + "bis:advanced_ordering:3");
    text("ID", letter.order().number() + "/" + letter.order().version());
    text("SequenceNumberID", Integer.toString(letter.order().version() - 1));
    text("IssueDate", letter.writtenOn().toString());
    text("Note", letter.order().note());
    text("DocumentCurrencyCode", letter.order().currency().getCurrencyCode());
    text("CustomerReference", letter.buyer());
    reference();
    parties();
    delivery();
    total();
    lines();
  }

  private void cancellation() throws XMLStreamException {
    root("OrderCancellation");
    text("CustomizationID", PEPPOL + "trns:order_cancellation:3");
    text("ProfileID", PEPPOL + "bis:advanced_ordering:3");
    text("ID", letter.order().number() + "/X");
    text("IssueDate", letter.writtenOn().toString());
    String reason = letter.order().endReason();
    text("CancellationNote", reason == null ? "The order is cancelled." : reason);
    reference();
    parties();
  }

  private void root(String name) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeDefaultNamespace(UBL + name + "-2");
    xml.writeNamespace("cac", CAC);
    xml.writeNamespace("cbc", CBC);
  }

  private void reference() throws XMLStreamException {
    open("OrderReference");
    text("ID", letter.order().number());
    close();
  }

  private void parties() throws XMLStreamException {
    OrganizationProfile us = letter.profile();
    open("BuyerCustomerParty");
    party(
        new Party(
            letter.organization().name(),
            us.vatId(),
            null,
            us.legalRegistration(),
            us.endpoint() == null || us.endpointScheme() == null
                ? null
                : new Party.Endpoint(us.endpointScheme(), us.endpoint()),
            new Party.PostalAddress(
                us.street(),
                us.additional(),
                us.city(),
                us.postCode(),
                letter.organization().country())),
        letter.buyer(),
        us);
    close();
    open("SellerSupplierParty");
    party(letter.supplier().party(), null, OrganizationProfile.EMPTY);
    close();
  }

  private void party(Party party, @Nullable String contact, OrganizationProfile reach)
      throws XMLStreamException {
    open("Party");
    Party.Endpoint endpoint = party.endpoint();
    if (endpoint != null) {
      text("EndpointID", endpoint.value(), "schemeID", endpoint.scheme());
    }
    open("PartyName");
    text("Name", party.name());
    close();
    address(party.address());
    if (party.vatId() != null && letter.kind() != LetterKind.CANCELLATION) {
      open("PartyTaxScheme");
      text("CompanyID", party.vatId());
      open("TaxScheme");
      text("ID", "VAT");
      close();
      close();
    }
    open("PartyLegalEntity");
    text("RegistrationName", party.name());
    text("CompanyID", party.legalRegistration());
    close();
    contact(contact, reach);
    close();
  }

  private void address(Party.@Nullable PostalAddress address) throws XMLStreamException {
    if (address == null || address.country() == null) {
      return;
    }
    open("PostalAddress");
    text("StreetName", address.street());
    text("AdditionalStreetName", address.additional());
    text("CityName", address.city());
    text("PostalZone", address.postCode());
    open("Country");
    text("IdentificationCode", address.country());
    close();
    close();
  }

  private void contact(@Nullable String name, OrganizationProfile reach) throws XMLStreamException {
    if (name == null && reach.phone() == null && reach.email() == null) {
      return;
    }
    open("Contact");
    text("Name", name);
    text("Telephone", reach.phone());
    text("ElectronicMail", reach.email());
    close();
  }

  private void delivery() throws XMLStreamException {
    LocalDate day = letter.order().deliverBy();
    if (day != null) {
      open("Delivery");
      open("RequestedDeliveryPeriod");
      text("EndDate", day.toString());
      close();
      close();
    }
  }

  private void total() throws XMLStreamException {
    Money total = letter.order().total();
    open("AnticipatedMonetaryTotal");
    money("LineExtensionAmount", total);
    money("PayableAmount", total);
    close();
  }

  private void lines() throws XMLStreamException {
    for (OrderLine line : letter.order().lines()) {
      open("OrderLine");
      open("LineItem");
      text("ID", Integer.toString(line.position()));
      status(line);
      text("Quantity", plain(line.quantity()), "unitCode", line.unit());
      money("LineExtensionAmount", line.net());
      price(line.unitPrice());
      item(line.name(), line.supplierItem());
      close();
      close();
    }
    for (OrderContent.Line line : letter.dropped()) {
      open("OrderLine");
      open("LineItem");
      text("ID", Integer.toString(line.position()));
      text("LineStatusCode", "2");
      text("Quantity", "0", "unitCode", line.unit());
      price(line.unitPrice());
      item(line.name(), line.supplierItem());
      close();
      close();
    }
  }

  /** UNCL1229: 1 added, 2 deleted, 3 changed, 5 as before. */
  private void status(OrderLine line) throws XMLStreamException {
    if (letter.kind() == LetterKind.CHANGE) {
      text(
          "LineStatusCode",
          switch (letter.change(line)) {
            case ADDED -> "1";
            case CHANGED -> "3";
            case SAME -> "5";
          });
    }
  }

  private void price(BigDecimal unitPrice) throws XMLStreamException {
    open("Price");
    text(
        "PriceAmount", plain(unitPrice), "currencyID", letter.order().currency().getCurrencyCode());
    close();
  }

  private void item(String name, @Nullable String supplierItem) throws XMLStreamException {
    open("Item");
    if (name.length() > NAME_LENGTH_MAX) {
      text("Description", name);
    }
    text("Name", name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX)));
    if (supplierItem != null) {
      open("SellersItemIdentification");
      text("ID", supplierItem);
      close();
    }
    close();
  }

  private void money(String name, Money money) throws XMLStreamException {
    text(name, money.amount().toPlainString(), "currencyID", money.currency().getCurrencyCode());
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement("cac", name, CAC);
  }

  private void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** Nothing for null; UBL has no empty elements. */
  private void text(String name, @Nullable String text) throws XMLStreamException {
    if (text != null && !text.isBlank()) {
      xml.writeStartElement("cbc", name, CBC);
      xml.writeCharacters(withoutControls(text));
      xml.writeEndElement();
    }
  }

  private void text(String name, String text, String attribute, String value)
      throws XMLStreamException {
    xml.writeStartElement("cbc", name, CBC);
    xml.writeAttribute(attribute, value);
    xml.writeCharacters(withoutControls(text));
    xml.writeEndElement();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** XML 1.0 has no words for them. */
  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]", " ");
  }
}
