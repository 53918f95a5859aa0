package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoiceLine;
import org.countinghouse.payables.InvoiceState;
import org.countinghouse.payables.Invoices;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds a credit note against the invoice it names. It may give back what that invoice took, in
 * quantity or only in price; never more than is left of it.
 */
@Component
class CreditMatcher {

  private final Invoices invoices;
  private final OrderMatcher orderMatcher;
  private final OrderProgress progress;
  private final LineCodings codings;
  private final MatchMapper mapper;
  private final ToleranceBook book;

  CreditMatcher(
      Invoices invoices,
      OrderMatcher orderMatcher,
      OrderProgress progress,
      LineCodings codings,
      MatchMapper mapper,
      ToleranceBook book) {
    this.invoices = invoices;
    this.orderMatcher = orderMatcher;
    this.progress = progress;
    this.codings = codings;
    this.mapper = mapper;
    this.book = book;
  }

  /**
   * @param number of the invoice, as the supplier numbers it
   */
  MatchResult match(InvoiceDetails details, String number) {
    SupplierInvoice credit = details.invoice();
    Tolerances tolerances =
        book.of(credit.organizationId(), credit.supplierId(), credit.currency(), credit.issuedOn());
    List<Remark> remarks = new ArrayList<>(TaxSums.check(details.taxes(), tolerances.tax()));
    Optional<SupplierInvoice> found =
        invoices.findOfSupplier(credit.organizationId(), credit.supplierId(), number);
    if (found.isEmpty()) {
      remarks.add(Remark.of(Difference.INVOICE_UNKNOWN, number));
      return result(null, null, tolerances, OrderMatcher.bare(details), remarks, Map.of());
    }
    SupplierInvoice credited = found.get();
    if (!credited.currency().equals(credit.currency())) {
      remarks.add(
          Remark.of(
              Difference.CURRENCY_DIFFERS,
              credit.currency(),
              credited.documentNumber(),
              credited.currency()));
      return result(null, credited, tolerances, OrderMatcher.bare(details), remarks, Map.of());
    }
    if (credited.state() != InvoiceState.POSTED) {
      remarks.add(Remark.of(Difference.INVOICE_OPEN, credited.documentNumber()));
    }
    Money left =
        credited
            .totals()
            .gross()
            .minus(
                new Money(
                    mapper.sumCredits(credit.organizationId(), credited.id(), credit.id()),
                    credit.currency()));
    if (credit.totals().gross().compareTo(left) > 0) {
      remarks.add(
          Remark.of(
              Difference.CREDIT_OVER, credit.totals().gross(), credited.documentNumber(), left));
    }
    MatchMapper.MatchRow match = mapper.find(credited.id());
    UUID orderId = match == null ? null : match.orderId();
    @Nullable PurchaseOrder order = orderId == null ? null : progress.lock(orderId);
    List<MatchedLine> lines = lines(details, credited, order, remarks);
    return result(
        order,
        credited,
        tolerances,
        lines,
        remarks,
        codings.of(
            details,
            lines,
            order == null
                ? Map.of()
                : order.lines().stream()
                    .collect(Collectors.toMap(OrderLine::id, Function.identity())),
            invoices.details(credited.id()).lines()));
  }

  private List<MatchedLine> lines(
      InvoiceDetails details,
      SupplierInvoice credited,
      @Nullable PurchaseOrder order,
      List<Remark> remarks) {
    if (order == null) {
      return OrderMatcher.bare(details);
    }
    SupplierInvoice credit = details.invoice();
    var pairing = new LinePairing(orderMatcher.ordered(order, credit.id()));
    Map<UUID, BigDecimal> left = new HashMap<>();
    mapper
        .listInvoiced(credit.organizationId(), credited.id(), credit.id())
        .forEach(claim -> left.put(claim.orderLineId(), claim.quantity()));
    List<MatchedLine> lines = new ArrayList<>();
    for (InvoiceLine line : details.lines()) {
      Optional<OrderedLine> ordered = pairing.find(line.stated());
      BigDecimal quantity = line.stated().quantity();
      if (ordered.isEmpty() || quantity == null) {
        lines.add(LineMatcher.unordered(line));
        continue;
      }
      MatchedLine matched = line(line, quantity, ordered.get(), left);
      lines.add(matched);
      BigDecimal rest = left.getOrDefault(ordered.get().id(), BigDecimal.ZERO);
      if (matched.counted().negate().compareTo(rest) > 0) {
        remarks.add(
            Remark.at(
                line.position(),
                Difference.CREDIT_QUANTITY_OVER,
                line.position(),
                LineMatcher.plain(quantity),
                credited.documentNumber(),
                LineMatcher.plain(rest)));
      }
      left.merge(ordered.get().id(), matched.counted(), BigDecimal::add);
    }
    return lines;
  }

  /** At the ordered price it takes quantity back; at any other it corrects the price only. */
  private static MatchedLine line(
      InvoiceLine line, BigDecimal quantity, OrderedLine ordered, Map<UUID, BigDecimal> invoiced) {
    ReceivedLine stated = line.stated();
    Money expected =
        Money.rounded(
            quantity.multiply(ordered.unitPrice()), stated.net().currency(), RoundingMode.HALF_UP);
    BigDecimal cent = BigDecimal.ONE.movePointLeft(expected.amount().scale());
    String unit = stated.unit();
    boolean ofQuantity =
        unit != null
            && Units.areSame(unit, ordered.unit())
            && stated.net().minus(expected).amount().abs().compareTo(cent) <= 0;
    return new MatchedLine(
        line.position(),
        ordered.id(),
        ordered.quantity(),
        ordered.unit(),
        ordered.unitPrice(),
        ordered.kept(),
        invoiced.getOrDefault(ordered.id(), BigDecimal.ZERO),
        quantity,
        stated.unit(),
        stated.unitPrice(),
        stated.net(),
        ofQuantity ? expected : null,
        ofQuantity ? quantity.negate() : BigDecimal.ZERO);
  }

  private static MatchResult result(
      @Nullable PurchaseOrder order,
      @Nullable SupplierInvoice credited,
      Tolerances tolerances,
      List<MatchedLine> lines,
      List<Remark> remarks,
      Map<Integer, LineCoding> coding) {
    return new MatchResult(
        MatchResult.stateOf(remarks),
        order == null ? null : order.id(),
        order == null ? null : order.version(),
        credited == null ? null : credited.id(),
        tolerances,
        lines,
        remarks,
        coding);
  }
}
