package org.countinghouse.procurement.correspondence;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
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

  private static final String PEPPOL = "urn:fdc:peppol.eu:poacc:";

  /** UNCL1001: purchase order. */
  private static final String PURCHASE_ORDER = "220";

  private static final int NAME_LENGTH_MAX = 200;

  private final UblWriter out;
  private final OrderLetter letter;

  private UblOrder(UblWriter out, OrderLetter letter) {
    this.out = out;
    this.letter = letter;
  }

  /** The letter's document, UTF-8. */
  static byte[] write(OrderLetter letter) {
    return switch (letter.kind()) {
      case ORDER -> UblWriter.document("Order", out -> new UblOrder(out, letter).order());
      case CHANGE -> UblWriter.document("OrderChange", out -> new UblOrder(out, letter).change());
      case CANCELLATION ->
          UblWriter.document("OrderCancellation", out -> new UblOrder(out, letter).cancellation());
    };
  }

  private void order() throws XMLStreamException {
    out.text("CustomizationID", PEPPOL + "trns:order:3");
    out.text("ProfileID", PEPPOL + "bis:ordering:3");
    out.text("ID", letter.order().number());
    out.text("IssueDate", letter.order().orderedOn().toString());
    out.text("OrderTypeCode", PURCHASE_ORDER);
    out.text("Note", letter.order().note());
    out.text("DocumentCurrencyCode", letter.order().currency().getCurrencyCode());
    out.text("CustomerReference", letter.buyer());
    parties();
    delivery();
    total();
    lines();
  }

  private void change() throws XMLStreamException {
    out.text("CustomizationID", PEPPOL + "trns:order_change:3");
    out.text("ProfileID", PEPPOL + "bis:advanced_ordering:3");
    out.text("ID", letter.order().number() + "/" + letter.order().version());
    out.text("IssueDate", letter.writtenOn().toString());
    out.text("SequenceNumberID", Integer.toString(letter.order().version() - 1));
    out.text("Note", letter.order().note());
    out.text("DocumentCurrencyCode", letter.order().currency().getCurrencyCode());
    out.text("CustomerReference", letter.buyer());
    reference();
    parties();
    delivery();
    total();
    lines();
  }

  private void cancellation() throws XMLStreamException {
    out.text("CustomizationID", PEPPOL + "trns:order_cancellation:3");
    out.text("ProfileID", PEPPOL + "bis:advanced_ordering:3");
    out.text("ID", letter.order().number() + "/X");
    out.text("IssueDate", letter.writtenOn().toString());
    String reason = letter.order().endReason();
    out.text("CancellationNote", reason == null ? "The order is cancelled." : reason);
    reference();
    parties();
  }

  private void reference() throws XMLStreamException {
    out.open("OrderReference");
    out.text("ID", letter.order().number());
    out.close();
  }

  private void parties() throws XMLStreamException {
    OrganizationProfile us = letter.profile();
    out.open("BuyerCustomerParty");
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
    out.close();
    out.open("SellerSupplierParty");
    party(letter.supplier().party(), null, OrganizationProfile.EMPTY);
    out.close();
  }

  private void party(Party party, @Nullable String contact, OrganizationProfile reach)
      throws XMLStreamException {
    out.open("Party");
    Party.Endpoint endpoint = party.endpoint();
    if (endpoint != null) {
      out.text("EndpointID", endpoint.value(), "schemeID", endpoint.scheme());
    }
    out.open("PartyName");
    out.text("Name", party.name());
    out.close();
    address(party.address());
    if (party.vatId() != null && letter.kind() != LetterKind.CANCELLATION) {
      out.open("PartyTaxScheme");
      out.text("CompanyID", party.vatId());
      out.open("TaxScheme");
      out.text("ID", "VAT");
      out.close();
      out.close();
    }
    out.open("PartyLegalEntity");
    out.text("RegistrationName", party.name());
    out.text("CompanyID", party.legalRegistration());
    out.close();
    contact(contact, reach);
    out.close();
  }

  private void address(Party.@Nullable PostalAddress address) throws XMLStreamException {
    if (address == null || address.country() == null) {
      return;
    }
    out.open("PostalAddress");
    out.text("StreetName", address.street());
    out.text("AdditionalStreetName", address.additional());
    out.text("CityName", address.city());
    out.text("PostalZone", address.postCode());
    out.open("Country");
    out.text("IdentificationCode", address.country());
    out.close();
    out.close();
  }

  private void contact(@Nullable String name, OrganizationProfile reach) throws XMLStreamException {
    if (name == null && reach.phone() == null && reach.email() == null) {
      return;
    }
    out.open("Contact");
    out.text("Name", name);
    out.text("Telephone", reach.phone());
    out.text("ElectronicMail", reach.email());
    out.close();
  }

  private void delivery() throws XMLStreamException {
    LocalDate day = letter.order().deliverBy();
    if (day != null) {
      out.open("Delivery");
      out.open("RequestedDeliveryPeriod");
      out.text("EndDate", day.toString());
      out.close();
      out.close();
    }
  }

  private void total() throws XMLStreamException {
    Money total = letter.order().total();
    out.open("AnticipatedMonetaryTotal");
    out.money("LineExtensionAmount", total);
    out.money("PayableAmount", total);
    out.close();
  }

  private void lines() throws XMLStreamException {
    for (OrderLine line : letter.order().lines()) {
      out.open("OrderLine");
      out.open("LineItem");
      out.text("ID", Integer.toString(line.position()));
      status(line);
      out.quantity(line.quantity(), line.unit());
      out.money("LineExtensionAmount", line.net());
      price(line.unitPrice());
      item(line.name(), line.supplierItem());
      out.close();
      out.close();
    }
    for (OrderContent.Line line : letter.dropped()) {
      out.open("OrderLine");
      out.open("LineItem");
      out.text("ID", Integer.toString(line.position()));
      out.text("LineStatusCode", "2");
      out.quantity(BigDecimal.ZERO, line.unit());
      price(line.unitPrice());
      item(line.name(), line.supplierItem());
      out.close();
      out.close();
    }
  }

  /** UNCL1229: 1 added, 2 deleted, 3 changed, 4 no action. */
  private void status(OrderLine line) throws XMLStreamException {
    if (letter.kind() == LetterKind.CHANGE) {
      out.text(
          "LineStatusCode",
          switch (letter.change(line)) {
            case ADDED -> "1";
            case CHANGED -> "3";
            case SAME -> "4";
          });
    }
  }

  private void price(BigDecimal unitPrice) throws XMLStreamException {
    out.open("Price");
    out.text(
        "PriceAmount",
        UblWriter.plain(unitPrice),
        "currencyID",
        letter.order().currency().getCurrencyCode());
    out.close();
  }

  private void item(String name, @Nullable String supplierItem) throws XMLStreamException {
    out.open("Item");
    if (name.length() > NAME_LENGTH_MAX) {
      out.text("Description", name);
    }
    out.text("Name", name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX)));
    if (supplierItem != null) {
      out.open("SellersItemIdentification");
      out.text("ID", supplierItem);
      out.close();
    }
    out.close();
  }
}
