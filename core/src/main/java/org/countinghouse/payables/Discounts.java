package org.countinghouse.payables;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.payables.DiscountMapper.ItemRow;
import org.countinghouse.payables.DiscountMapper.TermRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may be kept back for paying early. What a document states goes before what was agreed with
 * its supplier; both go onto the due item as days and amounts when the document is posted, so that
 * a later change of terms changes nothing that is due already.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Discounts {

  private final DiscountMapper mapper;
  private final Suppliers suppliers;
  private final Audit audit;

  Discounts(DiscountMapper mapper, Suppliers suppliers, Audit audit) {
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.audit = audit;
  }

  /** What is agreed with a supplier, the soonest first. */
  @Transactional(readOnly = true)
  public List<DiscountTerm> ofSupplier(UUID supplierId) {
    return mapper.listOfSupplier(supplierId).stream()
        .map(term -> new DiscountTerm(term.days(), term.percent(), null))
        .toList();
  }

  /** What a document states (XRechnung's {@code #SKONTO#} lines in BT-20), as it states it. */
  @Transactional(readOnly = true)
  public List<DiscountTerm> ofInvoice(SupplierInvoice invoice) {
    return mapper.listOfInvoice(invoice.id()).stream()
        .map(row -> term(row, invoice.currency()))
        .toList();
  }

  /**
   * Agrees on other terms with a supplier, in the place of all before; none takes them away. They
   * count for what is posted from now on.
   *
   * @throws BusinessException {@code payables.supplier-unknown}, {@code payables.discount-term}
   */
  public void agree(UUID supplierId, List<Term> wanted, Actor by) {
    Supplier supplier = suppliers.require(supplierId);
    Set<Integer> days = new HashSet<>();
    for (Term term : wanted) {
      if (!DiscountTerm.isUsable(term.days(), term.percent()) || !days.add(term.days())) {
        throw PayablesError.DISCOUNT_TERM.with(term.percent().toPlainString(), term.days());
      }
    }
    List<Term> before = mapper.listOfSupplier(supplierId);
    mapper.deleteOfSupplier(supplierId);
    wanted.forEach(
        term ->
            mapper.insertOfSupplier(
                supplier.organizationId(), supplierId, term.days(), term.percent()));
    audit.record(
        new AuditEntry(
            supplier.organizationId(),
            by,
            "set-discounts",
            "payables.supplier",
            supplier.number(),
            before,
            wanted));
  }

  /** Days and percentage, as somebody enters them. */
  public record Term(int days, BigDecimal percent) {}

  /** Keeps what a received document states. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(SupplierInvoice invoice, List<DiscountTerm> stated) {
    for (int i = 0; i < stated.size(); i++) {
      DiscountTerm term = stated.get(i);
      Money base = term.base();
      mapper.insertOfInvoice(
          new TermRow(
              invoice.organizationId(),
              invoice.id(),
              i + 1,
              term.days(),
              term.percent(),
              base == null ? null : base.amount(),
              invoice.currency().getCurrencyCode()));
    }
  }

  /** Puts the terms of a document, or its supplier's, onto what became due of it. */
  @Transactional(propagation = Propagation.MANDATORY)
  void grant(SupplierInvoice invoice, UUID itemId) {
    Money payable = invoice.totals().payable();
    if (invoice.type() != InvoiceType.INVOICE || payable.isZero() || payable.isNegative()) {
      return;
    }
    List<DiscountTerm> stated = ofInvoice(invoice);
    List<ItemRow> granted =
        (stated.isEmpty() ? ofSupplier(invoice.supplierId()) : stated)
            .stream()
                .map(term -> item(invoice, itemId, term))
                .filter(row -> row.amount().signum() > 0)
                .toList();
    granted.forEach(mapper::insertOfItem);
    granted.stream()
        .max(Comparator.comparing(ItemRow::percent).thenComparing(ItemRow::until))
        .ifPresent(mapper::updateItem);
  }

  private static ItemRow item(SupplierInvoice invoice, UUID itemId, DiscountTerm term) {
    Money payable = invoice.totals().payable();
    return new ItemRow(
        invoice.organizationId(),
        itemId,
        term.until(invoice.issuedOn()),
        term.days(),
        term.percent(),
        term.baseOf(payable).amount(),
        term.of(payable).amount(),
        payable.currency().getCurrencyCode());
  }

  private static DiscountTerm term(TermRow row, Currency currency) {
    BigDecimal base = row.baseAmount();
    return new DiscountTerm(
        row.days(), row.percent(), base == null ? null : new Money(base, currency));
  }
}
