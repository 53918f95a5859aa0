package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.payables.InvoiceLine;
import org.countinghouse.payables.ReceivedLine;
import org.countinghouse.procurement.Units;
import org.jspecify.annotations.Nullable;

/**
 * Holds the lines of one invoice against the lines of one order. Pure: values in, values out. Lines
 * that mean the same order line are counted together, in the order of the document.
 */
final class LineMatcher {

  private final String orderNumber;
  private final LinePairing pairing;
  private final Tolerances tolerances;
  private final Map<UUID, BigDecimal> takenHere = new HashMap<>();
  private final List<MatchedLine> matched = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /** The lines side by side, and in what they differ. */
  record Result(List<MatchedLine> lines, List<Remark> remarks) {}

  private LineMatcher(String orderNumber, List<OrderedLine> ordered, Tolerances tolerances) {
    this.orderNumber = orderNumber;
    this.pairing = new LinePairing(ordered);
    this.tolerances = tolerances;
  }

  static Result match(
      String orderNumber,
      List<OrderedLine> ordered,
      List<InvoiceLine> invoiced,
      Tolerances tolerances) {
    var matcher = new LineMatcher(orderNumber, ordered, tolerances);
    invoiced.forEach(matcher::match);
    return new Result(matcher.matched, matcher.remarks);
  }

  private void match(InvoiceLine line) {
    ReceivedLine stated = line.stated();
    BigDecimal quantity = stated.quantity();
    Optional<OrderedLine> ordered = pairing.find(stated);
    if (ordered.isPresent() && quantity != null) {
      compare(line.position(), stated, quantity, ordered.get());
      return;
    }
    matched.add(unordered(line));
    switch (stated.kind()) {
      case ITEM ->
          remarks.add(
              Remark.at(
                  line.position(),
                  Difference.LINE_NOT_ORDERED,
                  line.position(),
                  stated.name(),
                  orderNumber));
      case CHARGE -> charge(line.position(), stated);
      case ALLOWANCE -> {} // less than ordered is always taken
    }
  }

  private void charge(int position, ReceivedLine stated) {
    boolean taken = stated.net().amount().compareTo(tolerances.charges()) <= 0;
    remarks.add(
        taken
            ? Remark.at(
                position, Difference.CHARGE_TOLERATED, position, stated.name(), stated.net())
            : Remark.at(
                position,
                Difference.CHARGE_NOT_ORDERED,
                position,
                stated.name(),
                stated.net(),
                plain(tolerances.charges())));
  }

  private void compare(
      int position, ReceivedLine stated, BigDecimal quantity, OrderedLine ordered) {
    BigDecimal before =
        ordered.claimed().add(takenHere.getOrDefault(ordered.id(), BigDecimal.ZERO));
    String unit = stated.unit();
    boolean comparable = unit != null && Units.areSame(unit, ordered.unit());
    Money expected =
        Money.rounded(
            quantity.multiply(ordered.unitPrice()), stated.net().currency(), RoundingMode.HALF_UP);
    matched.add(
        new MatchedLine(
            position,
            ordered.id(),
            ordered.quantity(),
            ordered.unit(),
            ordered.unitPrice(),
            ordered.kept(),
            before,
            quantity,
            stated.unit(),
            stated.unitPrice(),
            stated.net(),
            comparable ? expected : null,
            quantity));
    takenHere.merge(ordered.id(), quantity, BigDecimal::add);
    tax(position, stated, ordered);
    if (!comparable) {
      remarks.add(
          Remark.at(
              position,
              Difference.UNIT_DIFFERS,
              position,
              String.valueOf(stated.unit()),
              ordered.unit()));
      return;
    }
    quantity(position, quantity, before, ordered);
    price(position, stated.net(), expected);
  }

  private void quantity(int position, BigDecimal quantity, BigDecimal before, OrderedLine ordered) {
    BigDecimal after = before.add(quantity);
    BigDecimal excess = after.subtract(ordered.due());
    if (!tolerances.quantity().allows(excess, ordered.quantity())) {
      remarks.add(
          Remark.at(
              position,
              Difference.QUANTITY_OVER,
              position,
              plain(before),
              plain(after),
              plain(ordered.quantity())));
      return;
    }
    if (excess.signum() > 0) {
      remarks.add(Remark.at(position, Difference.QUANTITY_TOLERATED, position, plain(excess)));
    }
    BigDecimal missing = after.subtract(ordered.kept());
    // of nothing there is no tolerance: goods of which none came are not there
    boolean came =
        missing.signum() <= 0
            || (ordered.kept().signum() > 0
                && tolerances.quantity().allows(missing, ordered.quantity()));
    if (ordered.receiptRequired() && quantity.signum() > 0 && !came) {
      BigDecimal there = ordered.kept().subtract(before).max(BigDecimal.ZERO).min(quantity);
      remarks.add(
          Remark.at(position, Difference.NOT_RECEIVED, position, plain(quantity), plain(there)));
    }
  }

  private void price(int position, Money net, Money expected) {
    Money more = net.minus(expected);
    BigDecimal cent = BigDecimal.ONE.movePointLeft(net.amount().scale());
    if (more.amount().abs().compareTo(cent) <= 0) {
      return; // the supplier rounded where we did not, or the other way round
    }
    if (more.isNegative()) {
      remarks.add(Remark.at(position, Difference.PRICE_UNDER, position, more.abs()));
    } else if (tolerances.price().allows(more.amount(), expected.amount())) {
      remarks.add(Remark.at(position, Difference.PRICE_TOLERATED, position, more));
    } else {
      remarks.add(
          Remark.at(
              position,
              Difference.PRICE_OVER,
              position,
              net,
              expected,
              more,
              percent(more, expected)));
    }
  }

  private void tax(int position, ReceivedLine stated, OrderedLine ordered) {
    String category = ordered.taxCategory();
    BigDecimal rate = ordered.taxRate();
    if (category == null || rate == null) {
      return;
    }
    BigDecimal statedRate = stated.taxRate() == null ? BigDecimal.ZERO : stated.taxRate();
    if (!category.equals(stated.taxCategory()) || rate.compareTo(statedRate) != 0) {
      remarks.add(
          Remark.at(
              position,
              Difference.TAX_DIFFERS,
              position,
              stated.taxCategory(),
              plain(statedRate),
              String.valueOf(ordered.taxCode())));
    }
  }

  static MatchedLine unordered(InvoiceLine line) {
    ReceivedLine stated = line.stated();
    return new MatchedLine(
        line.position(),
        null,
        null,
        null,
        null,
        null,
        null,
        stated.quantity(),
        stated.unit(),
        stated.unitPrice(),
        stated.net(),
        null,
        BigDecimal.ZERO);
  }

  private static String percent(Money more, Money of) {
    return of.isZero()
        ? "–"
        : plain(more.amount().movePointRight(2).divide(of.amount().abs(), 2, RoundingMode.HALF_UP));
  }

  static String plain(@Nullable BigDecimal number) {
    return number == null ? "–" : number.stripTrailingZeros().toPlainString();
  }
}
