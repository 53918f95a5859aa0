package org.countinghouse.routes.supplierinvoices.einvoice;

import java.math.BigDecimal;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceType;
import org.countinghouse.payables.ReceivedInvoice;
import org.countinghouse.payables.ReceivedInvoice.Totals;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.ReceivedTax;
import org.jspecify.annotations.Nullable;

/**
 * One way to say "we get money back". Suppliers have two: a credit note with positive amounts, and
 * an invoice (often a correction, type 384) with negative ones. The second is turned into the
 * first.
 */
final class Signs {

  private Signs() {}

  /** The invoice with a total that is not negative. */
  static ReceivedInvoice normalized(ReceivedInvoice stated) {
    return stated.totals().gross().isNegative() ? mirrored(stated) : stated;
  }

  private static ReceivedInvoice mirrored(ReceivedInvoice stated) {
    return new ReceivedInvoice(
        stated.number(),
        stated.issuedOn(),
        stated.dueOn(),
        stated.type() == InvoiceType.INVOICE ? InvoiceType.CREDIT_NOTE : InvoiceType.INVOICE,
        stated.currency(),
        stated.seller(),
        stated.buyer(),
        stated.lines().stream().map(Signs::mirrored).toList(),
        stated.taxes().stream().map(Signs::mirrored).toList(),
        mirrored(stated.totals()),
        stated.payeeAccounts(),
        stated.orderReference(),
        stated.buyerReference(),
        stated.precedingInvoice(),
        stated.note(),
        stated.prepayment(),
        stated.discounts());
  }

  /** The price stays: what is mirrored is how much of it. */
  private static ReceivedLine mirrored(ReceivedLine line) {
    Money net = line.net().negated();
    return new ReceivedLine(
        line.kind(),
        line.reference(),
        line.name(),
        line.description(),
        negated(line.quantity()),
        line.unit(),
        line.unitPrice(),
        net,
        line.taxCategory(),
        line.taxRate(),
        line.orderLine(),
        line.sellerItem());
  }

  private static ReceivedTax mirrored(ReceivedTax tax) {
    return new ReceivedTax(
        tax.category(),
        tax.rate(),
        tax.taxable().negated(),
        tax.tax().negated(),
        tax.exemptionReason());
  }

  private static Totals mirrored(Totals totals) {
    return new Totals(
        totals.net().negated(),
        totals.tax().negated(),
        totals.gross().negated(),
        totals.prepaid().negated(),
        totals.payable().negated());
  }

  private static @Nullable BigDecimal negated(@Nullable BigDecimal number) {
    return number == null ? null : number.negate();
  }
}
