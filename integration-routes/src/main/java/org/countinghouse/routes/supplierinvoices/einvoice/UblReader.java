package org.countinghouse.routes.supplierinvoices.einvoice;

import static org.countinghouse.routes.supplierinvoices.einvoice.Values.currency;
import static org.countinghouse.routes.supplierinvoices.einvoice.Values.date;
import static org.countinghouse.routes.supplierinvoices.einvoice.Values.decimal;
import static org.countinghouse.routes.supplierinvoices.einvoice.Values.money;
import static org.countinghouse.routes.supplierinvoices.einvoice.Values.moneyOrZero;
import static org.countinghouse.routes.supplierinvoices.einvoice.Values.perUnit;
import static org.countinghouse.routes.supplierinvoices.einvoice.Values.required;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedInvoice.Totals;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Reads UBL 2.1 invoices and credit notes; the mapping is that of CEN/TS 16931-3-2. */
final class UblReader {

  /** {@code xsd:date}, which may carry a zone: the date on the paper is what counts. */
  private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_DATE;

  private final XmlNode root;
  private final boolean creditNote;
  private final Currency currency;

  UblReader(XmlNode root) {
    this.root = root;
    this.creditNote = root.name().equals("CreditNote");
    this.currency = currency(root, "BT-5 currency", "DocumentCurrencyCode");
  }

  ReceivedInvoice read() {
    return new ReceivedInvoice(
        required(root, "BT-1 number", "ID"),
        date(root, "BT-2 issue date", DATE, "IssueDate"),
        dueOn(),
        type(),
        currency,
        party("AccountingSupplierParty", "BT-27 seller name"),
        party("AccountingCustomerParty", "BT-44 buyer name"),
        lines(),
        taxes(),
        totals(),
        payeeAccounts(),
        root.text("OrderReference", "ID"),
        root.text("BuyerReference"),
        root.text("BillingReference", "InvoiceDocumentReference", "ID"),
        note(),
        InvoiceTypeCode.isPrepayment(root.text("InvoiceTypeCode")),
        Skonto.in(currency, root.all("PaymentTerms", "Note").stream().map(XmlNode::text).toList()));
  }

  private InvoiceType type() {
    String code = creditNote ? "" : required(root, "BT-3 type", "InvoiceTypeCode");
    return creditNote || InvoiceTypeCode.isCredit(code)
        ? InvoiceType.CREDIT_NOTE
        : InvoiceType.INVOICE;
  }

  private @Nullable LocalDate dueOn() {
    if (root.text("DueDate") != null) {
      return date(root, "BT-9 due date", DATE, "DueDate");
    }
    boolean inPaymentMeans = creditNote && root.text("PaymentMeans", "PaymentDueDate") != null;
    return inPaymentMeans
        ? date(root, "BT-9 due date", DATE, "PaymentMeans", "PaymentDueDate")
        : null;
  }

  private Party party(String role, String nameTerm) {
    XmlNode party = root.first(role, "Party").orElse(root);
    String registered = party.text("PartyLegalEntity", "RegistrationName");
    return new Party(
        registered == null ? required(party, nameTerm, "PartyName", "Name") : registered,
        taxNumber(party, true),
        taxNumber(party, false),
        party.text("PartyLegalEntity", "CompanyID"),
        party
            .first("EndpointID")
            .map(id -> new Party.Endpoint(id.attribute("schemeID"), id.text()))
            .orElse(null),
        party.first("PostalAddress").map(UblReader::address).orElse(null));
  }

  private static @Nullable String taxNumber(XmlNode party, boolean vat) {
    return party.all("PartyTaxScheme").stream()
        .filter(scheme -> vat == "VAT".equalsIgnoreCase(scheme.text("TaxScheme", "ID")))
        .flatMap(scheme -> Optional.ofNullable(scheme.text("CompanyID")).stream())
        .findFirst()
        .orElse(null);
  }

  private static Party.PostalAddress address(XmlNode address) {
    return new Party.PostalAddress(
        address.text("StreetName"),
        address.text("AdditionalStreetName"),
        address.text("CityName"),
        address.text("PostalZone"),
        address.text("Country", "IdentificationCode"));
  }

  private List<ReceivedLine> lines() {
    List<ReceivedLine> lines = new ArrayList<>();
    for (XmlNode line : root.all(creditNote ? "CreditNoteLine" : "InvoiceLine")) {
      lines.add(line(line));
    }
    int position = 1;
    for (XmlNode entry : root.all("AllowanceCharge")) {
      lines.add(allowanceOrCharge(entry, position++));
    }
    return lines;
  }

  private ReceivedLine line(XmlNode line) {
    String quantity = creditNote ? "CreditedQuantity" : "InvoicedQuantity";
    return new ReceivedLine(
        ReceivedLine.Kind.ITEM,
        required(line, "BT-126 line id", "ID"),
        required(line, "BT-153 item name", "Item", "Name"),
        line.text("Item", "Description"),
        decimal(line, "BT-129 quantity", quantity),
        line.first(quantity).map(node -> node.attribute("unitCode")).orElse(null),
        perUnit(
            decimal(line, "BT-146 price", "Price", "PriceAmount"),
            decimal(line, "BT-149 base quantity", "Price", "BaseQuantity")),
        money(line, currency, "BT-131 line amount", "LineExtensionAmount"),
        required(line, "BT-151 tax category", "Item", "ClassifiedTaxCategory", "ID"),
        decimal(line, "BT-152 tax rate", "Item", "ClassifiedTaxCategory", "Percent"),
        line.text("OrderLineReference", "LineID"),
        line.text("Item", "SellersItemIdentification", "ID"));
  }

  private ReceivedLine allowanceOrCharge(XmlNode entry, int position) {
    boolean charge = Boolean.parseBoolean(entry.text("ChargeIndicator"));
    String reason = entry.text("AllowanceChargeReason");
    String code = entry.text("AllowanceChargeReasonCode");
    var amount = money(entry, currency, "BT-92/99 amount", "Amount");
    return new ReceivedLine(
        charge ? ReceivedLine.Kind.CHARGE : ReceivedLine.Kind.ALLOWANCE,
        String.valueOf(position),
        reason == null ? String.valueOf(code) : reason,
        null,
        null,
        null,
        null,
        charge ? amount : amount.negated(),
        required(entry, "BT-95/102 tax category", "TaxCategory", "ID"),
        decimal(entry, "BT-96/103 tax rate", "TaxCategory", "Percent"),
        null);
  }

  /** The tax total in the document's currency; a second one may state it in the seller's. */
  private Optional<XmlNode> taxTotal() {
    return root.all("TaxTotal").stream()
        .filter(
            total ->
                total
                    .first("TaxAmount")
                    .filter(
                        amount -> amount.attribute("currencyID").equals(currency.getCurrencyCode()))
                    .isPresent())
        .findFirst();
  }

  private List<ReceivedTax> taxes() {
    return taxTotal().stream()
        .flatMap(total -> total.all("TaxSubtotal").stream())
        .map(this::tax)
        .toList();
  }

  private ReceivedTax tax(XmlNode subtotal) {
    return new ReceivedTax(
        required(subtotal, "BT-118 tax category", "TaxCategory", "ID"),
        decimal(subtotal, "BT-119 tax rate", "TaxCategory", "Percent"),
        money(subtotal, currency, "BT-116 taxable amount", "TaxableAmount"),
        money(subtotal, currency, "BT-117 tax amount", "TaxAmount"),
        subtotal.text("TaxCategory", "TaxExemptionReason"));
  }

  private Totals totals() {
    XmlNode sums = root.first("LegalMonetaryTotal").orElse(root);
    return new Totals(
        money(sums, currency, "BT-109 net", "TaxExclusiveAmount"),
        moneyOrZero(taxTotal().orElse(sums), currency, "BT-110 tax", "TaxAmount"),
        money(sums, currency, "BT-112 gross", "TaxInclusiveAmount"),
        moneyOrZero(sums, currency, "BT-113 prepaid", "PrepaidAmount"),
        money(sums, currency, "BT-115 payable", "PayableAmount"));
  }

  private List<PayeeAccount> payeeAccounts() {
    return Values.eachOnce(
        root.all("PaymentMeans", "PayeeFinancialAccount").stream()
            .filter(account -> account.text("ID") != null)
            .map(
                account ->
                    new PayeeAccount(
                        required(account, "BT-84 account", "ID"),
                        account.text("FinancialInstitutionBranch", "ID"),
                        account.text("Name"))));
  }

  private @Nullable String note() {
    String notes =
        root.all("Note").stream().map(XmlNode::text).collect(Collectors.joining("\n")).strip();
    return notes.isEmpty() ? null : notes;
  }
}
