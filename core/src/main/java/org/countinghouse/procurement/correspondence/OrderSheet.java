package org.countinghouse.procurement.correspondence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Party;
import org.countinghouse.print.Letter;
import org.countinghouse.print.Letterhead;
import org.countinghouse.print.Templates;
import org.countinghouse.procurement.OrderContent;
import org.countinghouse.procurement.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * A letter about an order as people read it: what the template {@code procurement/purchase-order}
 * names. Of a change, lines say what they said before.
 */
record OrderSheet(
    Letter letter,
    boolean isOrder,
    boolean isChange,
    boolean isCancellation,
    String number,
    @Nullable LocalDate deliverBy,
    List<Line> lines,
    List<Line> dropped,
    Money total,
    @Nullable String note,
    @Nullable String reason,
    @Nullable String buyer) {

  static final String TEMPLATE = "procurement/purchase-order";

  private static final int TITLE_NUMBER_MAX = 60;

  /**
   * One line.
   *
   * @param mark what became of it by a change, in the reader's language; null when nothing
   * @param before what it said before; null where that is the same
   */
  record Line(
      int position,
      @Nullable String supplierItem,
      String name,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      Money net,
      @Nullable String mark,
      @Nullable Before before) {}

  /** A line as it was. */
  record Before(BigDecimal quantity, BigDecimal unitPrice) {}

  static OrderSheet of(OrderLetter letter, Letterhead from, Locale reader) {
    Map<String, String> words = Templates.words(TEMPLATE, reader);
    var order = letter.order();
    return new OrderSheet(
        new Letter(
            from,
            address(letter, reader),
            title(letter, words),
            letter.writtenOn(),
            facts(letter, words)),
        letter.kind() == LetterKind.ORDER,
        letter.kind() == LetterKind.CHANGE,
        letter.kind() == LetterKind.CANCELLATION,
        order.number(),
        order.deliverBy(),
        order.lines().stream().map(line -> line(letter, line, words)).toList(),
        letter.dropped().stream().map(line -> dropped(letter, line, words)).toList(),
        order.total(),
        order.note(),
        order.endReason(),
        letter.buyer());
  }

  private static String title(OrderLetter letter, Map<String, String> words) {
    String number = letter.order().number();
    String known = number.substring(0, Math.min(number.length(), TITLE_NUMBER_MAX));
    return switch (letter.kind()) {
      case ORDER -> word(words, "titleOrder").formatted(known);
      case CHANGE -> word(words, "titleChange").formatted(letter.order().version() - 1, known);
      case CANCELLATION -> word(words, "titleCancellation").formatted(known);
    };
  }

  private static List<String> address(OrderLetter letter, Locale reader) {
    Party party = letter.supplier().party();
    var lines = new ArrayList<String>();
    lines.add(party.name());
    Party.PostalAddress address = party.address();
    if (address != null) {
      Stream.of(
              address.street(),
              address.additional(),
              joined(address.postCode(), address.city()),
              country(address.country(), letter, reader))
          .flatMap(Stream::ofNullable)
          .filter(line -> !line.isBlank())
          .forEach(lines::add);
    }
    return lines;
  }

  private static String joined(@Nullable String postCode, @Nullable String city) {
    return ((postCode == null ? "" : postCode) + " " + (city == null ? "" : city)).strip();
  }

  /** Named on letters that leave the country only, as posts want it. */
  private static @Nullable String country(
      @Nullable String country, OrderLetter letter, Locale reader) {
    return country == null || country.equals(letter.organization().country())
        ? null
        : new Locale.Builder().setRegion(country).build().getDisplayCountry(reader);
  }

  private static List<Letter.Labelled> facts(OrderLetter letter, Map<String, String> words) {
    var facts = new ArrayList<Letter.Labelled>();
    facts.add(new Letter.Labelled(word(words, "number"), letter.order().number()));
    if (letter.kind() != LetterKind.ORDER) {
      facts.add(new Letter.Labelled(word(words, "orderedOn"), letter.order().orderedOn()));
    }
    facts.add(new Letter.Labelled(word(words, "supplierNumber"), letter.supplier().number()));
    if (letter.buyer() != null) {
      facts.add(new Letter.Labelled(word(words, "buyer"), letter.buyer()));
    }
    return facts;
  }

  private static Line line(OrderLetter letter, OrderLine line, Map<String, String> words) {
    OrderLetter.LineChange change = letter.change(line);
    return new Line(
        line.position(),
        line.supplierItem(),
        line.name(),
        line.quantity(),
        unit(line.unit(), words),
        line.unitPrice(),
        line.net(),
        switch (change) {
          case SAME -> null;
          case ADDED -> word(words, "added");
          case CHANGED -> word(words, "changed");
        },
        change == OrderLetter.LineChange.CHANGED
            ? letter
                .before(line)
                .map(was -> new Before(was.quantity(), was.unitPrice()))
                .orElse(null)
            : null);
  }

  private static Line dropped(
      OrderLetter letter, OrderContent.Line line, Map<String, String> words) {
    return new Line(
        line.position(),
        line.supplierItem(),
        line.name(),
        line.quantity(),
        unit(line.unit(), words),
        line.unitPrice(),
        line.net(letter.order().currency()),
        word(words, "dropped"),
        null);
  }

  /** As people say it; the code where they have no word. */
  private static String unit(String code, Map<String, String> words) {
    return words.getOrDefault("unit" + code, code);
  }

  private static String word(Map<String, String> words, String key) {
    return words.getOrDefault(key, key);
  }
}
