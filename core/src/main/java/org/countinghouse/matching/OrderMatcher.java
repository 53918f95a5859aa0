package org.countinghouse.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoiceLine;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.PayablesSetup;
import org.countinghouse.payables.PayeeCheck;
import org.countinghouse.payables.PayeeChecks;
import org.countinghouse.payables.Prepayments;
import org.countinghouse.payables.SupplierAccount;
import org.countinghouse.payables.SupplierInvoice;
import org.countinghouse.payables.Suppliers;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.OrderProgress;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.PurchaseOrders;
import org.countinghouse.tax.TaxCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds an invoice against its order and what came of it. The order is locked first: whoever counts
 * on it, and every other invoice of it, waits until this one is through.
 */
@Component
class OrderMatcher {

  private final PurchaseOrders orders;
  private final OrderProgress progress;
  private final Suppliers suppliers;
  private final PayeeChecks payees;
  private final Prepayments prepayments;
  private final PayablesSetup setup;
  private final ToleranceBook book;
  private final LineCodings codings;
  private final MatchMapper mapper;

  OrderMatcher(
      PurchaseOrders orders,
      OrderProgress progress,
      Suppliers suppliers,
      PayeeChecks payees,
      Prepayments prepayments,
      PayablesSetup setup,
      ToleranceBook book,
      LineCodings codings,
      MatchMapper mapper) {
    this.orders = orders;
    this.progress = progress;
    this.suppliers = suppliers;
    this.payees = payees;
    this.prepayments = prepayments;
    this.setup = setup;
    this.book = book;
    this.codings = codings;
    this.mapper = mapper;
  }

  /**
   * @param orderNumber as the document names it, or as somebody corrected it
   */
  MatchResult match(InvoiceDetails details, String orderNumber) {
    SupplierInvoice invoice = details.invoice();
    Tolerances tolerances =
        book.of(
            invoice.organizationId(), invoice.supplierId(), invoice.currency(), invoice.issuedOn());
    Optional<PurchaseOrder> found =
        orders
            .byNumber(invoice.organizationId(), orderNumber)
            .map(order -> progress.lock(order.id()));
    if (found.isEmpty()) {
      List<Remark> remarks = new ArrayList<>();
      remarks.add(Remark.of(Difference.ORDER_UNKNOWN, orderNumber));
      remarks.addAll(accounts(details));
      return result(null, tolerances, bare(details), remarks, Map.of());
    }
    PurchaseOrder order = found.get();
    List<Remark> remarks = new ArrayList<>(header(details, order));
    remarks.addAll(accounts(details));
    remarks.addAll(TaxSums.check(details.taxes(), tolerances.tax()));
    boolean comparable =
        !order.state().isBeforeIssue() && order.currency().equals(invoice.currency());
    if (invoice.prepayment()) {
      remarks.add(Remark.of(Difference.PREPAYMENT, invoice.totals().gross(), order.number()));
    }
    if (invoice.prepayment() || !comparable) {
      return result(order, tolerances, bare(details), remarks, Map.of());
    }
    remarks.addAll(prepaid(invoice));
    List<OrderedLine> ordered = ordered(order, invoice.id());
    LineMatcher.Result lines =
        LineMatcher.match(order.number(), ordered, details.lines(), tolerances);
    suspicion(order, invoice, ordered, lines.lines()).ifPresent(remarks::add);
    remarks.addAll(lines.remarks());
    return result(
        order,
        tolerances,
        lines.lines(),
        remarks,
        codings.of(details, lines.lines(), byId(order), List.of()));
  }

  /** The order's lines as they stand, less what this invoice itself takes. */
  List<OrderedLine> ordered(PurchaseOrder order, UUID invoiceId) {
    Map<UUID, BigDecimal> claims =
        mapper.listClaims(order.organizationId(), order.id(), invoiceId).stream()
            .collect(Collectors.toMap(MatchMapper.Claim::orderLineId, MatchMapper.Claim::quantity));
    Map<String, TaxCode> codes =
        setup.taxCodes(order.organizationId()).stream()
            .collect(Collectors.toMap(TaxCode::code, Function.identity()));
    return order.lines().stream()
        .map(
            line -> {
              TaxCode code = line.taxCode() == null ? null : codes.get(line.taxCode());
              return new OrderedLine(
                  line.id(),
                  line.position(),
                  line.supplierItem(),
                  line.name(),
                  line.quantity(),
                  line.unit(),
                  line.unitPrice(),
                  line.taxCode(),
                  code == null ? null : code.category(),
                  code == null ? null : code.documentRate(),
                  line.receiptRequired(),
                  line.quantityKept(),
                  claims.getOrDefault(line.id(), BigDecimal.ZERO));
            })
        .toList();
  }

  private static Map<UUID, OrderLine> byId(PurchaseOrder order) {
    return order.lines().stream().collect(Collectors.toMap(OrderLine::id, Function.identity()));
  }

  private List<Remark> header(InvoiceDetails details, PurchaseOrder order) {
    SupplierInvoice invoice = details.invoice();
    List<Remark> remarks = new ArrayList<>();
    switch (order.state()) {
      case DRAFT, IN_APPROVAL, REJECTED, APPROVED ->
          remarks.add(Remark.of(Difference.ORDER_NOT_ISSUED, order.number(), order.state()));
      case CANCELLED -> remarks.add(Remark.of(Difference.ORDER_CANCELLED, order.number()));
      case ISSUED, CLOSED -> {}
    }
    UUID chosen = order.chosenSupplier();
    boolean issued = !order.state().isBeforeIssue();
    if (issued
        && chosen != null
        && (!chosen.equals(invoice.supplierId()) || claimsToBeOther(details))) {
      remarks.add(
          Remark.of(
              Difference.SUPPLIER_DIFFERS,
              invoice.seller().name(),
              order.number(),
              suppliers.require(chosen).name()));
    }
    if (!order.currency().equals(invoice.currency())) {
      remarks.add(
          Remark.of(
              Difference.CURRENCY_DIFFERS, invoice.currency(), order.number(), order.currency()));
    }
    if (issued && invoice.issuedOn().isBefore(order.orderedOn())) {
      remarks.add(
          Remark.of(
              Difference.BEFORE_ORDER, invoice.issuedOn(), order.number(), order.orderedOn()));
    }
    return remarks;
  }

  /** Whoever asks to be paid on a known account may all the same be somebody else. */
  private static boolean claimsToBeOther(InvoiceDetails details) {
    String stated = bare(details.invoice().seller().vatId());
    String known = bare(details.supplier().party().vatId());
    return !stated.isEmpty() && !known.isEmpty() && !stated.equals(known);
  }

  private static String bare(@Nullable String vatId) {
    return vatId == null ? "" : vatId.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private List<Remark> accounts(InvoiceDetails details) {
    return payees.of(details.supplier().id(), details.payeeAccounts()).stream()
        .filter(payee -> payee.state() != SupplierAccount.State.VERIFIED)
        .map(OrderMatcher::account)
        .toList();
  }

  private static Remark account(PayeeCheck payee) {
    return Remark.of(
        payee.state() == SupplierAccount.State.PROPOSED
            ? Difference.ACCOUNT_CHANGED
            : Difference.ACCOUNT_REFUSED,
        payee.masked());
  }

  private List<Remark> prepaid(SupplierInvoice invoice) {
    Money known =
        prepayments.open(invoice).stream()
            .map(Prepayments.Open::open)
            .reduce(Money.zero(invoice.currency()), Money::plus);
    Money deducted = invoice.totals().prepaid();
    if (deducted.compareTo(known) > 0) {
      return List.of(Remark.of(Difference.PREPAID_UNEXPLAINED, deducted, known));
    }
    Money gross = invoice.totals().gross();
    Money deductible = known.compareTo(gross) < 0 ? known : gross;
    return deducted.compareTo(deductible) < 0
        ? List.of(Remark.of(Difference.PREPAYMENT_NOT_DEDUCTED, known, deducted))
        : List.of();
  }

  /** Nothing is left of anything it asks for: then it is not too much, it is a second claim. */
  private Optional<Remark> suspicion(
      PurchaseOrder order,
      SupplierInvoice invoice,
      List<OrderedLine> ordered,
      List<MatchedLine> lines) {
    Map<UUID, OrderedLine> byId =
        ordered.stream().collect(Collectors.toMap(OrderedLine::id, Function.identity()));
    List<OrderedLine> asked =
        lines.stream()
            .filter(line -> line.orderLineId() != null)
            .map(line -> byId.get(line.orderLineId()))
            .distinct()
            .toList();
    if (asked.isEmpty() || !asked.stream().allMatch(OrderedLine::isSpent)) {
      return Optional.empty();
    }
    List<String> takers = mapper.listTakers(order.organizationId(), order.id(), invoice.id());
    return Optional.of(Remark.of(Difference.DUPLICATE_SUSPECTED, String.join(", ", takers)));
  }

  /** The lines by themselves, where there is nothing to hold them against. */
  static List<MatchedLine> bare(InvoiceDetails details) {
    return details.lines().stream().map(OrderMatcher::bare).toList();
  }

  private static MatchedLine bare(InvoiceLine line) {
    return LineMatcher.unordered(line);
  }

  private static MatchResult result(
      @Nullable PurchaseOrder order,
      Tolerances tolerances,
      List<MatchedLine> lines,
      List<Remark> remarks,
      Map<Integer, LineCoding> coding) {
    return new MatchResult(
        MatchResult.stateOf(remarks),
        order == null ? null : order.id(),
        order == null ? null : order.version(),
        null,
        tolerances,
        lines,
        remarks,
        coding);
  }
}
