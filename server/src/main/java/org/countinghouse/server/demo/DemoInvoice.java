package org.countinghouse.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Party;
import org.countinghouse.payables.Party.PostalAddress;
import org.countinghouse.procurement.OrderLine;
import org.countinghouse.procurement.PurchaseOrder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * An e-invoice (UBL, XRechnung 3.0) of one of the demo's suppliers, invented from a seed: the same
 * seed gives the same invoice.
 */
final class DemoInvoice {

  private static final List<Article> ARTICLES =
      List.of(
          new Article("Copy paper A4, 500 sheets", "4.29"),
          new Article("Toner cartridge, black", "89.90"),
          new Article("Ring binder, 80 mm", "2.75"),
          new Article("Whiteboard marker, set of four", "6.40"),
          new Article("Desk lamp", "54.00"),
          new Article("Shipping carton 40 x 30 x 20", "1.15"));

  private static final PropertyPlaceholderHelper TEMPLATE =
      new PropertyPlaceholderHelper("${", "}");

  private final DemoSuppliers.Seed seller;
  private final String buyer;
  private final String country;
  private final Currency currency;
  private final BigDecimal rate;

  /**
   * @param rate VAT percent of every line
   */
  DemoInvoice(
      DemoSuppliers.Seed seller, String buyer, String country, Currency currency, BigDecimal rate) {
    this.seller = seller;
    this.buyer = buyer;
    this.country = country;
    this.currency = currency;
    this.rate = rate;
  }

  /** The invoice as its supplier would send it. */
  String xml(long seed, LocalDate issued) {
    var random = new Random(seed);
    Money net = Money.zero(currency);
    List<String> lines = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int line = 1; line <= count; line++) {
      Article article = ARTICLES.get(random.nextInt(ARTICLES.size()));
      int quantity = 1 + random.nextInt(40);
      Money amount =
          Money.of(article.price(), currency.getCurrencyCode())
              .times(BigDecimal.valueOf(quantity), RoundingMode.HALF_UP);
      net = net.plus(amount);
      lines.add(line(line, article, quantity, amount));
    }
    Map<String, String> values = parties();
    values.put("number", "R-%d-%05d".formatted(issued.getYear(), Math.floorMod(seed, 100_000L)));
    values.put("reference", "PO-%05d".formatted(Math.floorMod(seed * 7, 100_000L)));
    values.put("order", "");
    return document(values, issued, net, lines);
  }

  /**
   * The invoice of all of an order, as its supplier would send it.
   *
   * @param dearer what the first line costs more by the piece than ordered
   */
  String xml(PurchaseOrder order, String number, LocalDate issued, BigDecimal dearer) {
    Money net = Money.zero(currency);
    List<String> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      BigDecimal price = lines.isEmpty() ? line.unitPrice().add(dearer) : line.unitPrice();
      Money amount = Money.rounded(line.quantity().multiply(price), currency, RoundingMode.HALF_UP);
      net = net.plus(amount);
      Map<String, String> values = new HashMap<>();
      values.put("line", Integer.toString(line.position()));
      values.put("quantity", line.quantity().stripTrailingZeros().toPlainString());
      values.put("unit", line.unit());
      values.put("amount", amount.amount().toPlainString());
      values.put("price", price.stripTrailingZeros().toPlainString());
      values.put("item", line.name());
      values.put(
          "orderLine",
          "<cac:OrderLineReference><cbc:LineID>%d</cbc:LineID></cac:OrderLineReference>"
              .formatted(line.position()));
      lines.add(line(values));
    }
    Map<String, String> values = parties();
    values.put("number", number);
    values.put("reference", order.requester());
    values.put(
        "order",
        "<cac:OrderReference><cbc:ID>%s</cbc:ID></cac:OrderReference>".formatted(order.number()));
    return document(values, issued, net, lines);
  }

  private String document(
      Map<String, String> values, LocalDate issued, Money net, List<String> lines) {
    // EN 16931 BR-CO-17: the tax of a rate is rounded once, on its total
    Money tax = net.times(rate.movePointLeft(2), RoundingMode.HALF_UP);
    values.put("issued", issued.toString());
    values.put("due", issued.plusDays(seller.paymentDays()).toString());
    values.put("days", Integer.toString(seller.paymentDays()));
    values.put("currency", currency.getCurrencyCode());
    values.put("rate", rate.toPlainString());
    values.put("net", net.amount().toPlainString());
    values.put("tax", tax.amount().toPlainString());
    values.put("gross", net.plus(tax).amount().toPlainString());
    values.put("lines", String.join("", lines));
    return fill("demo/invoice.xml", values);
  }

  private String line(int number, Article article, int quantity, Money amount) {
    Map<String, String> values = new HashMap<>();
    values.put("line", Integer.toString(number));
    values.put("quantity", Integer.toString(quantity));
    values.put("unit", "H87");
    values.put("amount", amount.amount().toPlainString());
    values.put("price", article.price());
    values.put("item", article.name());
    values.put("orderLine", "");
    return line(values);
  }

  private String line(Map<String, String> values) {
    values.put("rate", rate.toPlainString());
    values.put("currency", currency.getCurrencyCode());
    return fill("demo/invoice-line.xml", values);
  }

  private Map<String, String> parties() {
    Party party = seller.party();
    PostalAddress address = Objects.requireNonNull(party.address());
    Map<String, String> values = new HashMap<>();
    values.put("seller.name", party.name());
    values.put("seller.vatId", Objects.requireNonNull(party.vatId()));
    values.put("seller.mail", Objects.requireNonNull(party.endpoint()).value());
    values.put("seller.street", Objects.requireNonNull(address.street()));
    values.put("seller.city", Objects.requireNonNull(address.city()));
    values.put("seller.postCode", Objects.requireNonNull(address.postCode()));
    values.put("seller.country", Objects.requireNonNull(address.country()));
    values.put("seller.iban", seller.bankAccount());
    values.put("buyer.name", buyer);
    values.put("buyer.country", country);
    return values;
  }

  private static String fill(String template, Map<String, String> values) {
    try {
      String text = new ClassPathResource(template).getContentAsString(StandardCharsets.UTF_8);
      return TEMPLATE.replacePlaceholders(
          text, name -> Objects.requireNonNull(values.get(name), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Article(String name, String price) {}
}
