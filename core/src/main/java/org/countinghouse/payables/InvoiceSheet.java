package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.SheetBudgets;
import org.countinghouse.approvals.SheetBudgets.Spending;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSheet.Notice;
import org.countinghouse.approvals.spi.ApprovalSheet.Severity;
import org.countinghouse.approvals.spi.ApprovalSheet.SheetDocument;
import org.countinghouse.documents.Documents;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside a claim for its approver: the document, warnings, budgets it is paid from. */
@Component
class InvoiceSheet {

  private final InvoiceStore store;
  private final Invoices invoices;
  private final SheetBudgets budgets;
  private final Documents documents;
  private final Organizations organizations;

  InvoiceSheet(
      InvoiceStore store,
      Invoices invoices,
      SheetBudgets budgets,
      Documents documents,
      Organizations organizations) {
    this.store = store;
    this.invoices = invoices;
    this.budgets = budgets;
    this.documents = documents;
    this.organizations = organizations;
  }

  ApprovalSheet of(UUID invoiceId) {
    SupplierInvoice invoice = store.require(invoiceId);
    InvoiceDetails details = store.details(invoice);
    LocalDate on = Objects.requireNonNullElse(invoice.postingDate(), invoice.issuedOn());
    return new ApprovalSheet(
        budgets.of(invoice.organizationId(), on, spendings(details)),
        documents(invoice),
        invoices.warnings(details).stream()
            .map(found -> new Notice(Severity.WARNING, found.code(), found.message()))
            .toList(),
        "/api/payables/invoices/" + invoice.id());
  }

  /** What an order committed is still among the commitments until the claim is posted. */
  private List<Spending> spendings(InvoiceDetails details) {
    SupplierInvoice invoice = details.invoice();
    Currency base = organizations.byId(invoice.organizationId()).baseCurrency();
    boolean credit = invoice.type() == InvoiceType.CREDIT_NOTE;
    List<Spending> spendings = new ArrayList<>();
    for (InvoiceLine line : details.lines()) {
      LineCoding coding = line.coding();
      Money net = inBase(line.stated().net(), invoice.baseRate(), base);
      if (coding != null && net != null) {
        spendings.add(
            new Spending(
                coding.account(),
                coding.costCentre(),
                credit ? net.negated() : net,
                invoice.orderReference() != null && !credit));
      }
    }
    return spendings;
  }

  private static @Nullable Money inBase(Money amount, @Nullable BigDecimal rate, Currency base) {
    if (amount.currency().equals(base)) {
      return amount;
    }
    return rate == null
        ? null
        : Money.rounded(amount.amount().multiply(rate), base, RoundingMode.HALF_UP);
  }

  private List<SheetDocument> documents(SupplierInvoice invoice) {
    UUID documentId = invoice.documentId();
    return documentId == null
        ? List.of()
        : documents
            .find(documentId)
            .map(found -> new SheetDocument(found.id(), found.name(), found.mediaType()))
            .stream()
            .toList();
  }
}
