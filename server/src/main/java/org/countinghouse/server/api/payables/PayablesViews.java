package org.countinghouse.server.api.payables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.currency.FxRate;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Account;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organization;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoiceLine;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.countinghouse.payables.Supplier;
import org.countinghouse.payables.SupplierAccount;
import org.countinghouse.payables.SupplierChange;
import org.countinghouse.payables.SupplierContact;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.SupplierState;
import org.countinghouse.payables.SupplierTerms;
import org.countinghouse.tax.TaxCode;
import org.jspecify.annotations.Nullable;

/** What the API tells of payables. Amounts are text, so that no reader rounds them. */
final class PayablesViews {

  private PayablesViews() {}

  /** An amount in major units. */
  record Amount(String amount, String currency) {

    static Amount of(Money money) {
      return new Amount(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }
  }

  /** One row of the list of invoices. */
  record InvoiceEntry(
      UUID id,
      String documentNumber,
      String number,
      InvoiceType type,
      UUID supplierId,
      String supplierName,
      LocalDate issuedOn,
      LocalDate dueOn,
      Amount payable,
      InvoiceState state) {

    static InvoiceEntry of(Invoices.Entry entry) {
      return new InvoiceEntry(
          entry.id(),
          entry.documentNumber(),
          entry.number(),
          entry.type(),
          entry.supplierId(),
          entry.supplierName(),
          entry.issuedOn(),
          entry.dueOn(),
          Amount.of(entry.payable()),
          entry.state());
    }
  }

  /** A line as stated, its coding, and what the coding could be. */
  record LineView(
      int position,
      ReceivedLine.Kind kind,
      String reference,
      String name,
      @Nullable String description,
      @Nullable String quantity,
      @Nullable String unit,
      @Nullable String unitPrice,
      Amount net,
      String taxCategory,
      @Nullable String taxRate,
      @Nullable String orderLine,
      @Nullable LineCoding coding,
      @Nullable LineCoding proposal) {

    static LineView of(InvoiceLine line, Map<Integer, LineCoding> proposals) {
      ReceivedLine stated = line.stated();
      return new LineView(
          line.position(),
          stated.kind(),
          stated.reference(),
          stated.name(),
          stated.description(),
          plain(stated.quantity()),
          stated.unit(),
          plain(stated.unitPrice()),
          Amount.of(stated.net()),
          stated.taxCategory(),
          plain(stated.taxRate()),
          stated.orderLine(),
          line.coding(),
          proposals.get(line.position()));
    }
  }

  /** A tax as stated. */
  record TaxView(
      String category,
      @Nullable String rate,
      Amount taxable,
      Amount tax,
      @Nullable String exemptionReason) {

    static TaxView of(ReceivedTax tax) {
      return new TaxView(
          tax.category(),
          plain(tax.rate()),
          Amount.of(tax.taxable()),
          Amount.of(tax.tax()),
          tax.exemptionReason());
    }
  }

  /** Sums of the document. */
  record TotalsView(
      Amount net, Amount tax, Amount gross, Amount prepaid, Amount rounding, Amount payable) {

    static TotalsView of(SupplierInvoice invoice) {
      var totals = invoice.totals();
      return new TotalsView(
          Amount.of(totals.net()),
          Amount.of(totals.tax()),
          Amount.of(totals.gross()),
          Amount.of(totals.prepaid()),
          Amount.of(totals.rounding()),
          Amount.of(totals.payable()));
    }
  }

  /** A claim with everything a person needs to judge it. */
  record InvoiceView(
      UUID id,
      String organization,
      String documentNumber,
      String number,
      InvoiceType type,
      InvoiceState state,
      SupplierView supplier,
      Party seller,
      LocalDate issuedOn,
      LocalDate dueOn,
      LocalDate postingDate,
      String currency,
      String baseCurrency,
      @Nullable String baseRate,
      @Nullable RateView proposedRate,
      TotalsView totals,
      List<LineView> lines,
      List<TaxView> taxes,
      List<String> payeeAccounts,
      @Nullable String orderReference,
      @Nullable String buyerReference,
      @Nullable String precedingInvoice,
      @Nullable String note,
      @Nullable UUID documentId,
      @Nullable UUID inboxDocumentId,
      String receivedBy,
      Instant receivedAt,
      @Nullable String codedBy,
      @Nullable String approvedBy,
      @Nullable UUID journalId,
      @Nullable String endReason,
      @Nullable UUID duplicateOf,
      List<InvoiceDetails.Note> notes,
      List<Finding> warnings) {

    static InvoiceView of(
        InvoiceDetails details,
        Organization organization,
        SupplierView supplier,
        Map<Integer, LineCoding> proposals,
        @Nullable FxRate proposedRate,
        List<Finding> warnings) {
      SupplierInvoice invoice = details.invoice();
      return new InvoiceView(
          invoice.id(),
          organization.code(),
          invoice.documentNumber(),
          invoice.number(),
          invoice.type(),
          invoice.state(),
          supplier,
          invoice.seller(),
          invoice.issuedOn(),
          invoice.dueOn(),
          invoice.postingDate(),
          invoice.currency().getCurrencyCode(),
          organization.baseCurrency().getCurrencyCode(),
          plain(invoice.baseRate()),
          proposedRate == null ? null : RateView.of(proposedRate),
          TotalsView.of(invoice),
          details.lines().stream().map(line -> LineView.of(line, proposals)).toList(),
          details.taxes().stream().map(TaxView::of).toList(),
          details.payeeAccounts().stream()
              .map(account -> SupplierAccount.masked(account.number()))
              .toList(),
          invoice.orderReference(),
          invoice.buyerReference(),
          invoice.precedingInvoice(),
          invoice.note(),
          invoice.documentId(),
          invoice.inboxDocumentId(),
          invoice.receivedBy(),
          invoice.receivedAt(),
          invoice.codedBy(),
          invoice.approvedBy(),
          invoice.journalId(),
          invoice.endReason(),
          invoice.duplicateOf(),
          details.notes(),
          warnings);
    }
  }

  /** A published rate that a foreign invoice is valued by unless another is entered. */
  record RateView(String rate, LocalDate publishedOn, String source) {

    static RateView of(FxRate rate) {
      return new RateView(
          rate.rate().stripTrailingZeros().toPlainString(), rate.publishedOn(), rate.source());
    }
  }

  /** A bank account, its number masked. */
  record AccountView(
      UUID id,
      String number,
      @Nullable String bic,
      @Nullable String holder,
      String country,
      SupplierAccount.State state,
      String proposedBy,
      @Nullable String decidedBy,
      @Nullable Instant usableFrom) {

    static AccountView of(SupplierAccount account) {
      return new AccountView(
          account.id(),
          account.masked(),
          account.bic(),
          account.holder(),
          account.number().country(),
          account.state(),
          account.proposedBy(),
          account.decidedBy(),
          account.usableFrom());
    }
  }

  /** A supplier. */
  record SupplierView(
      UUID id,
      String number,
      SupplierState state,
      Party party,
      SupplierTerms terms,
      String createdBy,
      @Nullable String verifiedBy,
      List<AccountView> accounts) {

    static SupplierView of(Supplier supplier, List<SupplierAccount> accounts) {
      return new SupplierView(
          supplier.id(),
          supplier.number(),
          supplier.state(),
          supplier.party(),
          supplier.terms(),
          supplier.createdBy(),
          supplier.verifiedBy(),
          accounts.stream().map(AccountView::of).toList());
    }
  }

  /** A change with its supplier. */
  record ChangeView(
      SupplierChange change, String organization, SupplierView supplier, SupplierContact contact) {}

  /** What a line can be coded to. */
  record CodingOptions(
      List<AccountOption> accounts, List<CostCentre> costCentres, List<TaxOption> taxCodes) {}

  /** An account a line can go to. */
  record AccountOption(String code, String name, boolean costCentreRequired) {

    static AccountOption of(Account account) {
      return new AccountOption(
          account.code(),
          account.name(),
          account.requiredDimensions().contains(Account.COST_CENTRE));
    }
  }

  /** A tax code and the tax it fits. */
  record TaxOption(String code, String name, String category, String rate) {

    static TaxOption of(TaxCode code) {
      return new TaxOption(
          code.code(),
          code.name(),
          code.category(),
          code.documentRate().stripTrailingZeros().toPlainString());
    }
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
