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
  private final PayablesDiary diary;
  private final Clock clock;

  InvoicePosting(
      InvoiceStore store,
      InvoiceMapper mapper,
      PayablesSetup setup,
      Organizations organizations,
      Ledger ledger,
      TaxEntries taxEntries,
      PayablesDiary diary,
      Clock clock) {
    this.store = store;
    this.mapper = mapper;
    this.setup = setup;
    this.organizations = organizations;
    this.ledger = ledger;
    this.taxEntries = taxEntries;
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
    InvoiceDetails details = store.details(invoice);
    if (details.supplier().state() != SupplierState.ACTIVE) {
      throw PayablesError.SUPPLIER_NOT_ACTIVE.with(
          details.supplier().number(), details.supplier().state());
    }
    if (!ContentHash.of(InvoiceFacts.of(details)).equals(approvedHash)) {
      throw PayablesError.CHANGED_SINCE_APPROVAL.with(invoice.documentNumber());
    }
    Currency base = organizations.byId(invoice.organizationId()).baseCurrency();
    InvoiceJournal.Booked booked =
        InvoiceJournal.of(
            details, taxCodes(invoice), setup.accounts(invoice.organizationId()), base);
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
            Actor.of(coder),
            checker);
    mapper.post(invoiceId, journal.id(), approvedHash, checker.username(), clock.instant());
    taxEntries.record(booked.taxes().stream().map(tax -> entry(tax, invoice, journal)).toList());
    mapper.insertItem(item(invoice, lines.get(lines.size() - 1), journal));
    diary.wrote("posted", invoice, Map.of("journal", journal.number()), checker);
    diary.publishPosted(invoice, journal.id());
    return journal;
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
