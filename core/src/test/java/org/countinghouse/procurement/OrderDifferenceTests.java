package org.countinghouse.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderDifferenceTests {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final UUID PAPER = Ids.next();
  private static final UUID COFFEE = Ids.next();
  private static final UUID SUPPLIER = Ids.next();

  private final OrderContent agreed =
      order(SUPPLIER, line(PAPER, "Paper", "40", "18.95", "1000"), coffee("10", "4.20"));

  @Test
  void everythingIsNewWhereNothingWasAgreed() {
    assertThat(OrderDifference.increase(null, agreed)).isEqualTo(eur("800.00"));
  }

  @Test
  void lessOrCheaperAsksForNothing() {
    assertThat(increase(paper("40", "18.95"), coffee("10", "4.20"))).isEqualTo(eur("0.00"));
    assertThat(increase(paper("39", "18.95"), coffee("10", "4.10"))).isEqualTo(eur("0.00"));
    assertThat(increase(paper("40", "18.95"))).isEqualTo(eur("0.00"));
    assertThat(increase(paper("50", "10"), coffee("10", "4.20")))
        .as("more for less money")
        .isEqualTo(eur("0.00"));
  }

  @Test
  void moreOrDearerAsksForTheDifference() {
    assertThat(increase(paper("42", "18.95"), coffee("10", "4.20"))).isEqualTo(eur("37.90"));
    assertThat(increase(paper("40", "19.05"), coffee("10", "4.20"))).isEqualTo(eur("4.00"));
    assertThat(increase(paper("42", "19.05"), coffee("10", "4.20"))).isEqualTo(eur("42.10"));
  }

  @Test
  void aHigherPriceShowsThoughFewerAreOrdered() {
    assertThat(increase(paper("20", "30"), coffee("10", "4.20"))).isEqualTo(eur("221.00"));
  }

  @Test
  void whatOneLineSavesPaysForNoOther() {
    assertThat(increase(paper("1", "18.95"), coffee("20", "4.20"))).isEqualTo(eur("42.00"));
  }

  @Test
  void anotherThingOrPocketIsNewFromItsFirstCent() {
    assertThat(increase(line(PAPER, "Gold", "1", "18.95", "1000"))).isEqualTo(eur("18.95"));
    assertThat(increase(line(PAPER, "Paper", "1", "18.95", "2000"))).isEqualTo(eur("18.95"));
    assertThat(increase(line(Ids.next(), "Paper", "1", "18.95", "1000"))).isEqualTo(eur("18.95"));
  }

  @Test
  void anotherSupplierOrCurrencyIsANewBargain() {
    OrderContent other = order(Ids.next(), paper("1", "1"));
    assertThat(OrderDifference.increase(agreed, other)).isEqualTo(eur("1.00"));
    OrderContent open = order(null, paper("40", "18.95"));
    assertThat(OrderDifference.increase(open, order(SUPPLIER, paper("40", "18.95"))))
        .as("one that was left open may be chosen")
        .isEqualTo(eur("0.00"));
    OrderContent francs =
        new OrderContent(
            SUPPLIER, Currency.getInstance("CHF"), null, null, null, List.of(paper("1", "1")));
    assertThat(OrderDifference.increase(agreed, francs)).isEqualTo(Money.of("1.00", "CHF"));
  }

  private Money increase(OrderContent.Line... lines) {
    return OrderDifference.increase(agreed, order(SUPPLIER, lines));
  }

  private static OrderContent order(@Nullable UUID supplier, OrderContent.Line... lines) {
    return new OrderContent(supplier, EUR, BigDecimal.ONE, null, null, List.of(lines));
  }

  private static OrderContent.Line paper(String quantity, String price) {
    return line(PAPER, "Paper", quantity, price, "1000");
  }

  private static OrderContent.Line coffee(String quantity, String price) {
    return line(COFFEE, "Coffee", quantity, price, "1000");
  }

  private static OrderContent.Line line(
      UUID id, String name, String quantity, String price, String costCentre) {
    return new OrderContent.Line(
        id,
        1,
        null,
        name,
        "OFFICE",
        new BigDecimal(quantity),
        "C62",
        new BigDecimal(price),
        "6815",
        costCentre,
        null,
        null,
        true);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
