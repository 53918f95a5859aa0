package org.countinghouse.payables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.approvals.ContentHash;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxEntries;
import org.countinghouse.tax.TaxEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings an approved claim into the books; from then on it is due. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class InvoicePosting {

  private static final String SOURCE = "payables";

  private final InvoiceStore store;
  private final InvoiceMapper mapper;
  private final PayablesSetup setup;
  private final Organizations organizations;
  private final Ledger ledger;
  private final TaxEntries taxEntries;
  private final Prepayments prepayments;
  private final Discounts discounts;
  private final Disputes disputes;
  private final PayablesDiary diary;
  private final Clock clock;

  InvoicePosting(
      InvoiceStore store,
      InvoiceMapper mapper,
      PayablesSetup setup,
      Organizations organizations,
      Ledger ledger,
      TaxEntries taxEntries,
      Prepayments prepayments,
      Discounts discounts,
      Disputes disputes,
      PayablesDiary diary,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.setup = setup;
    this.organizations = organizations;
    this.ledger = ledger;
    this.taxEntries = taxEntries;
    this.prepayments = prepayments;
    this.discounts = discounts;
    this.disputes = disputes;
    this.diary = diary;
    this.clock = clock;
  }

  /**
   * Posts a claim and makes it due. It must be, to the last fact, what was approved.
   *
   * @param approvedHash of the facts that were approved
   * @param checker who approved it last
   * @throws BusinessException {@code payables.invoice-state}, {@code
   *     payables.changed-since-approval}, {@code payables.maker-is-checker}, {@code
   *     payables.supplier-not-active}, {@code payables.tax-code-mixed}, and what {@link
   *     Ledger#post} refuses
   */
  public PostedJournal post(UUID invoiceId, String approvedHash, Actor checker) {
    SupplierInvoice invoice = store.lock(invoiceId);
    @Nullable String coder = invoice.codedBy();
    if (invoice.state() != InvoiceState.CODED || coder == null) {
      throw PayablesError.STATE.with(invoice.documentNumber(), invoice.state(), "posted");
    }
    if (coder.equals(checker.username()) || coder.equals(checker.onBehalfOf())) {
      throw PayablesError.MAKER_IS_CHECKER.with(coder, invoice.documentNumber());
    }
    InvoiceDetails details = active(store.details(invoice));
    if (!ContentHash.of(store.facts(details)).equals(approvedHash)) {
      throw PayablesError.CHANGED_SINCE_APPROVAL.with(invoice.documentNumber());
    }
    return book(details, Actor.of(coder), checker, approvedHash);
  }

  /**
   * Posts a claim that is, to the last line, what was ordered by approval and received, and was
   * coded from its order by the product: nobody has to approve once more what two people agreed to
   * already.
   *
   * @throws BusinessException {@code payables.invoice-state}, {@code payables.supplier-not-active},
   *     {@code payables.tax-code-mixed}, and what {@link Ledger#post} refuses
   */
  public PostedJournal postMatched(UUID invoiceId) {
    SupplierInvoice invoice = store.lock(invoiceId);
    @Nullable String coder = invoice.codedBy();
    if (invoice.state() != InvoiceState.CODED || coder == null || !Actor.of(coder).isSystem()) {
      throw PayablesError.STATE.with(invoice.documentNumber(), invoice.state(), "posted");
    }
    InvoiceDetails details = active(store.details(invoice));
    return book(details, Actor.of(coder), null, ContentHash.of(store.facts(details)));
  }

  private static InvoiceDetails active(InvoiceDetails details) {
    Supplier supplier = details.supplier();
    if (supplier.state() != SupplierState.ACTIVE) {
      throw PayablesError.SUPPLIER_NOT_ACTIVE.with(supplier.number(), supplier.state());
    }
    return details;
  }

  private PostedJournal book(
      InvoiceDetails details, Actor maker, @Nullable Actor checker, String hash) {
    SupplierInvoice invoice = details.invoice();
    Currency base = organizations.byId(invoice.organizationId()).baseCurrency();
    PayablesAccounts accounts = setup.accounts(invoice.organizationId());
    List<Prepayments.Deduction> deductions = prepayments.deductions(invoice);
    InvoiceJournal.Booked booked =
        InvoiceJournal.of(
            details,
            taxCodes(invoice),
            accounts,
            deductions.stream().flatMap(deduction -> deduction.shares().stream()).toList(),
            base);
    List<DraftLine> lines = booked.lines();
    PostedJournal journal =
        ledger.post(
            new JournalDraft(
                invoice.organizationId(),
                invoice.postingDate(),
                details.supplier().name() + ", " + invoice.number(),
                SOURCE,
                invoice.documentNumber(),
                lines),
            maker,
            checker);
    mapper.post(
        invoice.id(),
        journal.id(),
        hash,
        checker == null ? null : checker.username(),
        checker == null ? SupplierInvoice.MATCH : null,
        clock.instant());
    prepayments.keep(invoice, deductions);
    taxEntries.record(booked.taxes().stream().map(tax -> entry(tax, invoice, journal)).toList());
    lines.stream()
        .filter(line -> line.account().equals(accounts.creditors()))
        .findFirst() // none where everything was prepaid
        .ifPresent(creditors -> makeDue(details, creditors, journal));
    diary.wrote(
        "posted", invoice, Map.of("journal", journal.number()), checker == null ? maker : checker);
    diary.publishPosted(invoice, journal.id());
    return journal;
  }

  private void makeDue(InvoiceDetails details, DraftLine creditors, PostedJournal journal) {
    InvoiceMapper.ItemRow item = item(details.invoice(), creditors, journal);
    mapper.insertItem(item);
    discounts.grant(details.invoice(), item.id());
    disputes.holdBack(details.invoice().id());
  }

  /**
   * Books the claim on another day, where the period of the first is closed. What was approved
   * stays approved: the day is not part of it.
   *
   * @throws BusinessException {@code payables.invoice-state}
   */
  public void moveTo(UUID invoiceId, LocalDate postingDate, Actor by) {
    SupplierInvoice invoice = store.lock(invoiceId);
    if (!invoice.state().isOpen()) {
      throw PayablesError.STATE.with(invoice.documentNumber(), invoice.state(), "moved");
    }
    mapper.updatePostingDate(invoiceId, postingDate);
    diary.wrote("moved", invoice, Map.of("postingDate", postingDate.toString()), by);
  }

  /** The creditors' line says what is due; the item holds it with the other sign. */
  private InvoiceMapper.ItemRow item(
      SupplierInvoice invoice, DraftLine creditors, PostedJournal journal) {
    Money amount = creditors.amount().negated();
    Money baseAmount = creditors.baseAmount().negated();
    return new InvoiceMapper.ItemRow(
        Ids.next(),
        invoice.organizationId(),
        invoice.id(),
        invoice.supplierId(),
        amount,
        baseAmount,
        journal.postingDate(),
        invoice.dueOn(),
        journal.id(),
        clock.instant());
  }

  private static TaxEntry entry(
      InvoiceJournal.Tax tax, SupplierInvoice invoice, PostedJournal journal) {
    return new TaxEntry(
        invoice.organizationId(),
        journal.id(),
        journal.postingDate(),
        tax.code(),
        tax.amounts(),
        tax.baseAmounts(),
        invoice.documentNumber(),
        null);
  }

  private Map<String, TaxCode> taxCodes(SupplierInvoice invoice) {
    return setup.taxCodes(invoice.organizationId()).stream()
        .collect(Collectors.toMap(TaxCode::code, code -> code));
  }
}
