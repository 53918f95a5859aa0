package org.countinghouse.procurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.countinghouse.approvals.Fact;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything of an order's version whose change needs a new approval, in the order it is shown. */
final class OrderFacts {

  private OrderFacts() {}

  /**
   * The facts of a wording, each beside what was agreed before where it differs.
   *
   * @param agreed what was agreed to last; null for nothing
   * @param increase what is asked for now, in base currency
   * @param supplier the supplier's name and number; null while none is chosen
   */
  static List<Fact> of(
      OrderVersion version,
      @Nullable OrderContent agreed,
      Money increase,
      @Nullable String supplier) {
    List<Fact> facts = new ArrayList<>();
    OrderContent content = version.content();
    facts.add(Fact.of("order.increase", increase));
    facts.add(Fact.of("order.total", content.total()));
    add(facts, "order.totalBefore", "", agreed == null ? null : agreed.total());
    add(facts, "order.reason", "", version.reason());
    add(facts, "order.supplier", "", supplier);
    add(facts, "order.deliverBy", "", content.deliverBy());
    add(facts, "order.note", "", content.note());
    for (OrderContent.Line line : content.lines()) {
      add(facts, line, agreed == null ? null : agreed.line(line.id()).orElse(null), content);
    }
    if (agreed != null) {
      agreed.lines().stream()
          .filter(line -> content.line(line.id()).isEmpty())
          .forEach(line -> facts.add(Fact.of("line.dropped", line.position(), line.name())));
    }
    return facts;
  }

  private static void add(
      List<Fact> facts,
      OrderContent.Line line,
      OrderContent.@Nullable Line before,
      OrderContent content) {
    String item = Integer.toString(line.position());
    facts.add(Fact.of("line.name", item, line.name()));
    add(facts, "line.supplierItem", item, line.supplierItem());
    facts.add(Fact.of("line.quantity", item, quantity(line)));
    facts.add(Fact.of("line.unitPrice", item, price(line, content)));
    facts.add(Fact.of("line.net", item, line.net(content.currency())));
    facts.add(Fact.of("line.category", item, line.category()));
    facts.add(Fact.of("line.account", item, line.account()));
    add(facts, "line.costCentre", item, line.costCentre());
    add(facts, "line.project", item, line.project());
    if (before != null) {
      addBefore(facts, item, line, before, content);
    }
  }

  private static void addBefore(
      List<Fact> facts,
      String item,
      OrderContent.Line line,
      OrderContent.Line before,
      OrderContent content) {
    addIfOther(facts, "line.nameBefore", item, before.name(), line.name());
    addIfOther(facts, "line.quantityBefore", item, quantity(before), quantity(line));
    addIfOther(facts, "line.unitPriceBefore", item, price(before, content), price(line, content));
    addIfOther(facts, "line.accountBefore", item, before.account(), line.account());
    addIfOther(facts, "line.costCentreBefore", item, before.costCentre(), line.costCentre());
    addIfOther(facts, "line.projectBefore", item, before.project(), line.project());
  }

  private static String quantity(OrderContent.Line line) {
    return line.quantity().toPlainString() + " " + line.unit();
  }

  private static String price(OrderContent.Line line, OrderContent content) {
    return line.unitPrice().toPlainString() + " " + content.currency().getCurrencyCode();
  }

  private static void addIfOther(
      List<Fact> facts, String kind, String item, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      facts.add(Fact.of(kind, item, before == null ? "-" : before));
    }
  }

  private static void add(List<Fact> facts, String kind, String item, @Nullable Object value) {
    if (value != null) {
      facts.add(Fact.of(kind, item, value));
    }
  }
}
