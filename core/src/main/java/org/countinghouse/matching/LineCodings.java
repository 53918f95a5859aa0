package org.countinghouse.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.payables.InvoiceDetails;
import org.countinghouse.payables.InvoiceLine;
import org.countinghouse.payables.LineCoding;
import org.countinghouse.payables.PayablesSetup;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.tax.TaxCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the lines of a matched invoice go: where they were ordered for. What was not ordered by
 * itself, such as freight within the tolerance or a discount on the whole, goes with the largest
 * line taxed like it.
 */
@Component
class LineCodings {

  private final PayablesSetup setup;

  LineCodings(PayablesSetup setup) {
    this.setup = setup;
  }

  /**
   * What is known; a line nobody can tell the place or the tax code of is left out.
   *
   * @param ordered the order's lines by id
   * @param known codings of the credited invoice, for lines that were not ordered
   */
  Map<Integer, LineCoding> of(
      InvoiceDetails details,
      List<MatchedLine> matched,
      Map<UUID, OrderLine> ordered,
      List<InvoiceLine> known) {
    List<TaxCode> codes = setup.taxCodes(details.invoice().organizationId());
    Map<Integer, UUID> orderLines = new HashMap<>();
    for (MatchedLine line : matched) {
      if (line.orderLineId() != null) {
        orderLines.put(line.position(), line.orderLineId());
      }
    }
    Map<Integer, LineCoding> codings = new HashMap<>();
    for (InvoiceLine line : details.lines()) {
      UUID orderLine = orderLines.get(line.position());
      OrderLine order = orderLine == null ? null : ordered.get(orderLine);
      if (order != null) {
        taxCode(details, line.stated(), order.taxCode(), codes)
            .ifPresent(
                code ->
                    codings.put(
                        line.position(),
                        new LineCoding(
                            order.account(), order.costCentre(), order.project(), code)));
      }
    }
    for (InvoiceLine line : details.lines()) {
      if (!codings.containsKey(line.position()) && !orderLines.containsKey(line.position())) {
        neighbour(details, line, codings)
            .or(() -> uniform(known, line.stated()))
            .ifPresent(coding -> codings.put(line.position(), coding));
      }
    }
    return codings;
  }

  /** The order's code where it fits what the document says, else the supplier's, else the only. */
  private static Optional<String> taxCode(
      InvoiceDetails details, ReceivedLine line, @Nullable String wanted, List<TaxCode> codes) {
    List<String> fitting =
        codes.stream()
            .filter(code -> code.fits(line.taxCategory(), line.taxRate()))
            .map(TaxCode::code)
            .toList();
    String usual = details.supplier().terms().taxCode();
    if (wanted != null && fitting.contains(wanted)) {
      return Optional.of(wanted);
    }
    if (usual != null && fitting.contains(usual)) {
      return Optional.of(usual);
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private static Optional<LineCoding> neighbour(
      InvoiceDetails details, InvoiceLine line, Map<Integer, LineCoding> codings) {
    if (line.stated().kind() == ReceivedLine.Kind.ITEM) {
      return Optional.empty();
    }
    return details.lines().stream()
        .filter(other -> codings.containsKey(other.position()))
        .filter(other -> taxedAlike(other.stated(), line.stated()))
        .max(Comparator.comparing(other -> other.stated().net()))
        .map(other -> codings.get(other.position()));
  }

  /** The place all lines of this tax went to, if it is one. */
  private static Optional<LineCoding> uniform(List<InvoiceLine> known, ReceivedLine line) {
    List<LineCoding> places =
        known.stream()
            .filter(other -> taxedAlike(other.stated(), line))
            .map(InvoiceLine::coding)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }

  private static boolean taxedAlike(ReceivedLine one, ReceivedLine other) {
    return one.taxCategory().equals(other.taxCategory())
        && TaxSums.rate(one.taxRate()).compareTo(TaxSums.rate(other.taxRate())) == 0;
  }
}
