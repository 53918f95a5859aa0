package org.countinghouse.payables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.money.Money;
import org.countinghouse.tax.TaxCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was invoiced ahead of a delivery. A prepayment stands on an asset account until the final
 * invoice of the same order, or one that names it, deducts it (BT-113). The final invoice states
 * the tax of the whole business once more; so what it deducts is taken back with its tax (directive
 * 2006/112/EC, articles 65 and 226).
 */
@Service
public class Prepayments {

  private final PrepaymentMapper mapper;
  private final InvoiceStore store;
  private final PayablesSetup setup;

  Prepayments(PrepaymentMapper mapper, InvoiceStore store, PayablesSetup setup) {
    this.mapper = mapper;
    this.store = store;
    this.setup = setup;
  }

  /**
   * A posted prepayment that is not used up.
   *
   * @param open what of its gross amount no final invoice deducted yet
   */
  public record Open(UUID invoiceId, String documentNumber, String number, Money open) {}

  /**
   * The prepayments a final invoice has to deduct, oldest first: same supplier and currency, and
   * its order or the number it names as preceding.
   */
  @Transactional(readOnly = true)
  public List<Open> open(SupplierInvoice invoice) {
    Currency currency = invoice.currency();
    return mapper
        .listOpen(
            invoice.organizationId(),
            invoice.supplierId(),
            currency.getCurrencyCode(),
            invoice.orderReference(),
            invoice.precedingInvoice())
        .stream()
        .map(
            row ->
                new Open(
                    row.id(), row.documentNumber(), row.number(), new Money(row.open(), currency)))
        .toList();
  }

  /**
   * What an invoice takes of one prepayment.
   *
   * @param shares of the amount, by rate
   */
  record Deduction(UUID prepaymentId, Money amount, List<PrepaymentShare> shares) {}

  /**
   * Which prepayments this invoice uses up by what it calls prepaid; nobody else does so until this
   * transaction ends. What no prepayment explains is left: it was paid without an invoice.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  List<Deduction> deductions(SupplierInvoice invoice) {
    Money left = invoice.totals().prepaid();
    boolean takesNothing =
        invoice.prepayment()
            || invoice.type() != InvoiceType.INVOICE
            || left.isZero()
            || left.isNegative();
    if (takesNothing) {
      return List.of();
    }
    mapper.lockDeductions("payables.prepayments " + invoice.supplierId());
    List<Deduction> deductions = new ArrayList<>();
    for (Open open : open(invoice)) {
      Money taken = left.compareTo(open.open()) < 0 ? left : open.open();
      if (!taken.isZero()) {
        deductions.add(
            new Deduction(open.invoiceId(), taken, shares(store.require(open.invoiceId()), taken)));
        left = left.minus(taken);
      }
    }
    return deductions;
  }

  /** Keeps what an invoice took, once it is posted. */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(SupplierInvoice invoice, List<Deduction> deductions) {
    deductions.forEach(
        deduction ->
            mapper.insert(
                invoice.organizationId(),
                invoice.id(),
                deduction.prepaymentId(),
                deduction.amount().amount(),
                deduction.amount().currency().getCurrencyCode()));
  }

  /** An amount of a prepayment by rate, net and tax in the proportion of the whole. */
  private List<PrepaymentShare> shares(SupplierInvoice prepayment, Money taken) {
    InvoiceDetails details = store.details(prepayment);
    Map<String, TaxCode> codes =
        setup.taxCodes(prepayment.organizationId()).stream()
            .collect(Collectors.toMap(TaxCode::code, code -> code));
    Map<TaxGroup, List<InvoiceLine>> groups =
        details.lines().stream()
            .collect(
                Collectors.groupingBy(
                    line -> TaxGroup.of(line.stated()), LinkedHashMap::new, Collectors.toList()));
    List<BigDecimal> weights = new ArrayList<>();
    groups.forEach(
        (group, lines) -> {
          weights.add(
              lines.stream()
                  .map(line -> line.stated().net().amount())
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
          weights.add(
              details.taxes().stream()
                  .filter(tax -> TaxGroup.of(tax).equals(group))
                  .map(tax -> tax.tax().amount())
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
        });
    List<Money> parts = taken.split(weights);
    List<PrepaymentShare> shares = new ArrayList<>();
    int next = 0;
    for (List<InvoiceLine> lines : groups.values()) {
      LineCoding coding = lines.get(0).coding();
      TaxCode code = coding == null ? null : codes.get(coding.taxCode());
      if (code == null) {
        throw new IllegalStateException(prepayment.documentNumber() + " is posted but not coded");
      }
      shares.add(new PrepaymentShare(code, parts.get(next), parts.get(next + 1)));
      next += 2;
    }
    return shares;
  }
}
