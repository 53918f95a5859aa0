package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.InvoiceMapper.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what suppliers claim, each claim once, and lets go what is refused. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Payables {

  /** What audit and permissions call a claim. */
  static final String RESOURCE = "payables.invoice";

  private static final int REASON_LENGTH_MIN = 3;

  private final InvoiceStore store;
  private final InvoiceMapper mapper;
  private final Suppliers suppliers;
  private final SupplierChanges changes;
  private final Organizations organizations;
  private final DocumentNumbers numbers;
  private final Discounts discounts;
  private final PayablesDiary diary;
  private final Clock clock;

  Payables(
      InvoiceStore store,
      InvoiceMapper mapper,
      Suppliers suppliers,
      SupplierChanges changes,
      Organizations organizations,
      DocumentNumbers numbers,
      Discounts discounts,
      PayablesDiary diary,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.changes = changes;
    this.organizations = organizations;
    this.numbers = numbers;
    this.discounts = discounts;
    this.diary = diary;
    this.clock = clock;
  }

  /**
   * Takes in a document. A supplier nobody knows becomes a candidate; an account the supplier never
   * named is proposed for verification. A second document of the same supplier, number and fiscal
   * year is kept as a duplicate and claims nothing.
   *
   * @param inboxDocumentId where it came in; null when entered by hand
   * @param documentId its bytes
   * @throws BusinessException {@code payables.number-missing}, {@code payables.number-too-long},
   *     {@code payables.lines-missing}, {@code payables.currency-differs}, {@code
   *     payables.totals-differ}
   */
  public Receipt receive(
      UUID organizationId,
      ReceivedInvoice received,
      @Nullable UUID inboxDocumentId,
      @Nullable UUID documentId,
      Actor by) {
    ReceiptRules.check(received);
    Organization organization = organizations.byId(organizationId);
    Supplier supplier =
        suppliers
            .resolve(organizationId, received.seller(), received.payeeAccounts())
            .map(found -> suppliers.lock(found.id()))
            .orElseGet(() -> candidate(organizationId, received, documentId, by));
    Keys keys =
        new Keys(
            Normalized.invoiceNumber(received.number()),
            Normalized.fiscalYear(received.issuedOn(), organization.fiscalYearStart()));
    @Nullable UUID first = mapper.findSame(organizationId, supplier.id(), keys);
    LocalDate due =
        received.dueOn() == null
            ? received.issuedOn().plusDays(supplier.terms().paymentDays())
            : received.dueOn();
    var invoice =
        new SupplierInvoice(
            Ids.next(),
            organizationId,
            numbers.next(organizationId, series(received), keys.fiscalYear()),
            supplier.id(),
            received.type(),
            received.number().strip(),
            received.issuedOn(),
            due,
            received.currency(),
            received.totals(),
            received.seller(),
            received.buyer(),
            received.orderReference(),
            received.buyerReference(),
            received.precedingInvoice(),
            received.note(),
            inboxDocumentId,
            documentId,
            first == null ? InvoiceState.RECEIVED : InvoiceState.DUPLICATE,
            received.issuedOn(),
            null,
            by.username(),
            clock.instant(),
            null,
            null,
            null,
            null,
            first,
            null,
            null,
            received.prepayment(),
            null);
    store.insert(invoice, keys, received);
    discounts.keep(invoice, received.discounts());
    diary.received(invoice, by);
    if (first != null) {
      return new Receipt(first, Receipt.Kind.DUPLICATE);
    }
    proposeUnknownAccounts(supplier, invoice, received.payeeAccounts());
    diary.publishReceived(invoice);
    return new Receipt(invoice.id(), Receipt.Kind.ACCEPTED);
  }

  /**
   * Lets a held duplicate stand beside the first claim of its number.
   *
   * @throws BusinessException {@code payables.not-duplicate}, {@code payables.reason-missing}
   */
  public void overrideDuplicate(UUID invoiceId, String reason, Actor by) {
    SupplierInvoice invoice = store.lock(invoiceId);
    if (invoice.state() != InvoiceState.DUPLICATE) {
      throw PayablesError.NOT_DUPLICATE.with(invoice.documentNumber());
    }
    String why = requireReason(invoice, reason);
    suppliers.lock(invoice.supplierId());
    int sequence =
        mapper.highestSequence(invoice.organizationId(), invoice.supplierId(), keys(invoiceId)) + 1;
    mapper.override(invoiceId, sequence, why, by.username());
    diary.wrote("overrode-duplicate", invoice, why, by);
    diary.publishReceived(store.require(invoiceId));
  }

  /**
   * Refuses a claim for good; the number may come again.
   *
   * @throws BusinessException {@code payables.invoice-state}, {@code payables.reason-missing}
   */
  public void reject(UUID invoiceId, String reason, Actor by) {
    SupplierInvoice invoice = store.lock(invoiceId);
    if (!invoice.state().isOpen() && invoice.state() != InvoiceState.DUPLICATE) {
      throw PayablesError.STATE.with(invoice.documentNumber(), invoice.state(), "rejected");
    }
    String why = requireReason(invoice, reason);
    mapper.reject(invoiceId, why, by.username(), clock.instant());
    diary.wrote("rejected", invoice, why, by);
    diary.publishRejected(invoice, why);
  }

  /**
   * Keeps what was asked or said while a claim is clarified.
   *
   * @throws BusinessException {@code payables.reason-missing}
   */
  public void note(UUID invoiceId, String text, Actor by) {
    SupplierInvoice invoice = store.require(invoiceId);
    String said = requireReason(invoice, text);
    mapper.insertNote(
        Ids.next(),
        invoice.organizationId(),
        invoiceId,
        new InvoiceDetails.Note(said, by.username(), clock.instant()));
  }

  /**
   * Numbers of the claims to be booked up to the month's end that are neither posted nor rejected.
   */
  @Transactional(readOnly = true)
  public List<String> unfinished(UUID organizationId, YearMonth month) {
    return mapper.listUnfinished(organizationId, month.atEndOfMonth());
  }

  /**
   * What the subledger says we owe at the end of this day, in base currency; never from the ledger.
   */
  @Transactional(readOnly = true)
  public Money openAmount(UUID organizationId, LocalDate asOf) {
    BigDecimal amount = mapper.openBaseAmount(organizationId, asOf);
    return new Money(amount, organizations.byId(organizationId).baseCurrency());
  }

  /** Two first documents of one seller that arrive at once make one supplier, not a refusal. */
  private Supplier candidate(
      UUID organizationId, ReceivedInvoice received, @Nullable UUID documentId, Actor by) {
    suppliers.lockNewcomers(organizationId);
    return suppliers
        .resolve(organizationId, received.seller(), received.payeeAccounts())
        .map(found -> suppliers.lock(found.id()))
        .orElseGet(
            () ->
                suppliers.create(
                    organizationId,
                    new NewSupplier(
                        received.seller(), SupplierTerms.DEFAULT, received.payeeAccounts()),
                    "Invoice " + received.number(),
                    documentId,
                    by));
  }

  private void proposeUnknownAccounts(
      Supplier supplier, SupplierInvoice invoice, List<PayeeAccount> accounts) {
    accounts.forEach(
        account ->
            changes.proposeStated(
                supplier, account, "Invoice " + invoice.documentNumber(), invoice.documentId()));
  }

  private Keys keys(UUID invoiceId) {
    Keys keys = mapper.findKeys(invoiceId);
    if (keys == null) {
      throw PayablesError.INVOICE_UNKNOWN.with(invoiceId);
    }
    return keys;
  }

  private static String series(ReceivedInvoice received) {
    return received.type() == InvoiceType.INVOICE ? "PI" : "PC";
  }

  private static String requireReason(SupplierInvoice invoice, String reason) {
    if (reason.strip().length() < REASON_LENGTH_MIN) {
      throw PayablesError.REASON_MISSING.with(invoice.documentNumber());
    }
    return reason.strip();
  }
}
