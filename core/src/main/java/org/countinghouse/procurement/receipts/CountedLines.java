package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.ids.Ids;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.countinghouse.procurement.Units;

/** What somebody counted, in the units of the order; everything wrong with it at once. */
final class CountedLines {

  private static final int DECIMALS_MAX = 6;
  private static final BigDecimal QUANTITY_MAX = new BigDecimal("1000000000000");

  private CountedLines() {}

  /**
   * The lines of a receipt, or why they are none.
   *
   * @throws BusinessException one of {@link ReceiptError}, with a finding for each fault
   */
  static List<Receipt.Line> of(PurchaseOrder order, List<Counted> counted) {
    if (counted.isEmpty()) {
      throw ReceiptError.NOTHING.with(order.number());
    }
    var faults = new ArrayList<Fault>();
    var lines = new ArrayList<Receipt.Line>();
    Set<UUID> seen = new HashSet<>();
    for (Counted each : counted) {
      OrderLine line = order.line(each.orderLineId()).orElse(null);
      if (line == null) {
        throw ReceiptError.LINE_UNKNOWN.with(order.number(), each.orderLineId());
      }
      if (!seen.add(line.id())) {
        throw ReceiptError.LINE_TWICE.with(line.position());
      }
      add(line, each, lines, faults);
    }
    if (!faults.isEmpty()) {
      // the first is the outcome's code, every one is told
      Fault first = faults.get(0);
      throw first
          .code()
          .withFindings(faults.stream().map(Fault::finding).toList(), first.details());
    }
    return lines;
  }

  private static void add(
      OrderLine line, Counted each, List<Receipt.Line> lines, List<Fault> faults) {
    BigDecimal stated = each.quantity();
    if (!isQuantity(stated)) {
      faults.add(new Fault(ReceiptError.QUANTITY, line, stated.toPlainString(), line.position()));
      return;
    }
    String unit = each.unit() == null ? line.unit() : each.unit();
    BigDecimal delivered =
        Units.convert(stated, unit, line.unit()).filter(CountedLines::isQuantity).orElse(null);
    if (delivered == null) {
      faults.add(
          new Fault(ReceiptError.UNIT, line, line.position(), line.unit(), unit, line.unit()));
      return;
    }
    lines.add(
        new Receipt.Line(Ids.next(), line.id(), stated, unit, delivered, delivered, line.unit()));
  }

  /** One thing that is wrong with a line. */
  private record Fault(ReceiptError code, OrderLine line, Object... details) {

    Finding finding() {
      return code.at("line " + line.position(), details);
    }
  }

  private static boolean isQuantity(BigDecimal quantity) {
    return quantity.signum() > 0
        && quantity.stripTrailingZeros().scale() <= DECIMALS_MAX
        && quantity.compareTo(QUANTITY_MAX) < 0;
  }

  /** What is counted on the order's lines: by line id, in its unit; lines without any left out. */
  static Map<UUID, BigDecimal> counts(Receipt receipt) {
    Map<UUID, BigDecimal> counts = new LinkedHashMap<>();
    for (Receipt.Line line : receipt.lines()) {
      if (line.quantity().signum() != 0) {
        counts.put(line.orderLineId(), line.quantity());
      }
    }
    return counts;
  }
}
