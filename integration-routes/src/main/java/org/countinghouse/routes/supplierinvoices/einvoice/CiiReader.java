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
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.PayeeAccount;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedInvoice.Totals;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.countinghouse.routes.xml.XmlNode;
import org.jspecify.annotations.Nullable;

/** Reads UN/CEFACT cross industry invoices (D16B); the mapping is that of CEN/TS 16931-3-3. */
final class CiiReader {

  /** Format 102 of UNTDID 2379, the only one EN 16931 allows. */
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private final XmlNode root;
  private final XmlNode document;
  private final XmlNode agreement;
  private final XmlNode settlement;
  private final Currency currency;

  CiiReader(XmlNode root) {
    this.root = root;
    this.document = part(root, "ExchangedDocument");
    this.agreement = part(root, "SupplyChainTradeTransaction", "ApplicableHeaderTradeAgreement");
    this.settlement = part(root, "SupplyChainTradeTransaction", "ApplicableHeaderTradeSettlement");
    this.currency = currency(settlement, "BT-5 currency", "InvoiceCurrencyCode");
  }

  ReceivedInvoice read() {
    return new ReceivedInvoice(
        required(document, "BT-1 number", "ID"),
        date(document, "BT-2 issue date", DATE, "IssueDateTime", "DateTimeString"),
        dueOn(),
        InvoiceTypeCode.isCredit(required(document, "BT-3 type", "TypeCode"))
            ? InvoiceType.CREDIT_NOTE
            : InvoiceType.INVOICE,
        currency,
        party("SellerTradeParty", "BT-27 seller name"),
        party("BuyerTradeParty", "BT-44 buyer name"),
        lines(),
        settlement.all("ApplicableTradeTax").stream().map(this::tax).toList(),
        totals(),
        payeeAccounts(),
        agreement.text("BuyerOrderReferencedDocument", "IssuerAssignedID"),
        agreement.text("BuyerReference"),
        settlement.text("InvoiceReferencedDocument", "IssuerAssignedID"),
        note(),
        InvoiceTypeCode.isPrepayment(document.text("TypeCode")),
        Skonto.in(
            currency,
            settlement.all("SpecifiedTradePaymentTerms", "Description").stream()
                .map(XmlNode::text)
                .toList()));
  }

  private static XmlNode part(XmlNode root, String... path) {
    return root.first(path)
        .orElseThrow(
            () -> new UnusableValueException(root.path(), path[path.length - 1], "absent"));
  }

  private @Nullable LocalDate dueOn() {
    String[] path = {"SpecifiedTradePaymentTerms", "DueDateDateTime", "DateTimeString"};
    return settlement.text(path) == null ? null : date(settlement, "BT-9 due date", DATE, path);
  }

  private Party party(String role, String nameTerm) {
    XmlNode party = agreement.first(role).orElse(agreement);
    return new Party(
        required(party, nameTerm, "Name"),
        taxNumber(party, "VA"),
        taxNumber(party, "FC"),
        party.text("SpecifiedLegalOrganization", "ID"),
        party
            .first("URIUniversalCommunication", "URIID")
            .map(id -> new Party.Endpoint(id.attribute("schemeID"), id.text()))
            .orElse(null),
        party.first("PostalTradeAddress").map(CiiReader::address).orElse(null));
  }

  private static @Nullable String taxNumber(XmlNode party, String scheme) {
    return party.all("SpecifiedTaxRegistration", "ID").stream()
        .filter(id -> id.attribute("schemeID").equals(scheme))
        .map(XmlNode::text)
        .findFirst()
        .orElse(null);
  }

  private static Party.PostalAddress address(XmlNode address) {
    return new Party.PostalAddress(
        address.text("LineOne"),
        address.text("LineTwo"),
        address.text("CityName"),
        address.text("PostcodeCode"),
        address.text("CountryID"));
  }

  private List<ReceivedLine> lines() {
    List<ReceivedLine> lines = new ArrayList<>();
    for (XmlNode item :
        root.all("SupplyChainTradeTransaction", "IncludedSupplyChainTradeLineItem")) {
      // a sub-line details its parent, whose amount already contains it
      if (item.text("AssociatedDocumentLineDocument", "ParentLineID") == null) {
        lines.add(line(item));
      }
    }
    int position = 1;
    for (XmlNode entry : settlement.all("SpecifiedTradeAllowanceCharge")) {
      lines.add(allowanceOrCharge(entry, position++));
    }
    return lines;
  }

  private ReceivedLine line(XmlNode item) {
    XmlNode line = part(item, "SpecifiedLineTradeSettlement");
    String[] quantity = {"SpecifiedLineTradeDelivery", "BilledQuantity"};
    String[] price = {"SpecifiedLineTradeAgreement", "NetPriceProductTradePrice"};
    return new ReceivedLine(
        ReceivedLine.Kind.ITEM,
        required(item, "BT-126 line id", "AssociatedDocumentLineDocument", "LineID"),
        required(item, "BT-153 item name", "SpecifiedTradeProduct", "Name"),
        item.text("SpecifiedTradeProduct", "Description"),
        decimal(item, "BT-129 quantity", quantity),
        item.first(quantity).map(node -> node.attribute("unitCode")).orElse(null),
        perUnit(
            decimal(item, "BT-146 price", price[0], price[1], "ChargeAmount"),
            decimal(item, "BT-149 base quantity", price[0], price[1], "BasisQuantity")),
        money(
            line,
            currency,
            "BT-131 line amount",
            "SpecifiedTradeSettlementLineMonetarySummation",
            "LineTotalAmount"),
        required(line, "BT-151 tax category", "ApplicableTradeTax", "CategoryCode"),
        decimal(line, "BT-152 tax rate", "ApplicableTradeTax", "RateApplicablePercent"),
        item.text("SpecifiedLineTradeAgreement", "BuyerOrderReferencedDocument", "LineID"),
        item.text("SpecifiedTradeProduct", "SellerAssignedID"));
  }

  private ReceivedLine allowanceOrCharge(XmlNode entry, int position) {
    boolean charge = Boolean.parseBoolean(entry.text("ChargeIndicator", "Indicator"));
    String reason = entry.text("Reason");
    Money amount = money(entry, currency, "BT-92/99 amount", "ActualAmount");
    return new ReceivedLine(
        charge ? ReceivedLine.Kind.CHARGE : ReceivedLine.Kind.ALLOWANCE,
        String.valueOf(position),
        reason == null ? String.valueOf(entry.text("ReasonCode")) : reason,
        null,
        null,
        null,
        null,
        charge ? amount : amount.negated(),
        required(entry, "BT-95/102 tax category", "CategoryTradeTax", "CategoryCode"),
        decimal(entry, "BT-96/103 tax rate", "CategoryTradeTax", "RateApplicablePercent"),
        null);
  }

  private ReceivedTax tax(XmlNode tax) {
    return new ReceivedTax(
        required(tax, "BT-118 tax category", "CategoryCode"),
        decimal(tax, "BT-119 tax rate", "RateApplicablePercent"),
        money(tax, currency, "BT-116 taxable amount", "BasisAmount"),
        money(tax, currency, "BT-117 tax amount", "CalculatedAmount"),
        tax.text("ExemptionReason"));
  }

  private Totals totals() {
    XmlNode sums = part(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
    return new Totals(
        money(sums, currency, "BT-109 net", "TaxBasisTotalAmount"),
        taxTotal(sums),
        money(sums, currency, "BT-112 gross", "GrandTotalAmount"),
        moneyOrZero(sums, currency, "BT-113 prepaid", "TotalPrepaidAmount"),
        money(sums, currency, "BT-115 payable", "DuePayableAmount"));
  }

  /** The tax total in the document's currency; a second one may state it in the seller's. */
  private Money taxTotal(XmlNode sums) {
    Optional<XmlNode> total =
        sums.all("TaxTotalAmount").stream()
            .filter(amount -> amount.attribute("currencyID").equals(currency.getCurrencyCode()))
            .findFirst();
    return total.isEmpty() ? Money.zero(currency) : money(total.get(), currency, "BT-110 tax");
  }

  private List<PayeeAccount> payeeAccounts() {
    return Values.eachOnce(
        settlement.all("SpecifiedTradeSettlementPaymentMeans").stream()
            .flatMap(means -> account(means).stream()));
  }

  private static Optional<PayeeAccount> account(XmlNode means) {
    String[] account = {"PayeePartyCreditorFinancialAccount"};
    String iban = means.text(account[0], "IBANID");
    String number = iban == null ? means.text(account[0], "ProprietaryID") : iban;
    return number == null
        ? Optional.empty()
        : Optional.of(
            new PayeeAccount(
                number,
                means.text("PayeeSpecifiedCreditorFinancialInstitution", "BICID"),
                means.text(account[0], "AccountName")));
  }

  private @Nullable String note() {
    String notes =
        document.all("IncludedNote", "Content").stream()
            .map(XmlNode::text)
            .collect(Collectors.joining("\n"))
            .strip();
    return notes.isEmpty() ? null : notes;
  }
}
