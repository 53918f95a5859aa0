package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is more or dearer in one wording of an order than in another: exactly that needs approval.
 * What one line saves does not pay for another, and another thing, another account or another
 * supplier is new from its first cent.
 */
final class OrderDifference {

  private OrderDifference() {}

  /**
   * What {@code after} asks for beyond {@code before}, in the order's currency, never negative.
   *
   * @param before null where nothing was agreed to: everything is new
   */
  static Money increase(@Nullable OrderContent before, OrderContent after) {
    if (before == null || isNewBargain(before, after)) {
      return after.total();
    }
    Money sum = Money.zero(after.currency());
    for (OrderContent.Line line : after.lines()) {
      sum = sum.plus(increase(before.line(line.id()).orElse(null), line, after));
    }
    return sum;
  }

  /** A supplier that was left open may be chosen freely; one that was named was agreed to. */
  private static boolean isNewBargain(OrderContent before, OrderContent after) {
    return !before.currency().equals(after.currency())
        || (before.supplierId() != null
            && !Objects.equals(before.supplierId(), after.supplierId()));
  }

  /** A higher price counts even where fewer are ordered, or a smaller order could hide it. */
  private static Money increase(
      OrderContent.@Nullable Line before, OrderContent.Line after, OrderContent content) {
    Money net = after.net(content.currency());
    if (before == null || !before.isSameThing(after)) {
      return net;
    }
    Money more = net.minus(before.net(content.currency()));
    BigDecimal rise = after.unitPrice().subtract(before.unitPrice());
    Money dearer =
        Money.rounded(rise.multiply(after.quantity()), content.currency(), RoundingMode.HALF_UP);
    Money largest = more.compareTo(dearer) > 0 ? more : dearer;
    return largest.isNegative() ? Money.zero(content.currency()) : largest;
  }
}
