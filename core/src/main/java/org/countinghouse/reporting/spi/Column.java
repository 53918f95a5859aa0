package org.countinghouse.reporting.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One column of a report.
 *
 * @param key stable camel-case name: the CSV heading and the JSON field
 * @param heading what people read, in their language
 * @param kind what its cells hold
 * @param totalled whether a table without subtotals of its own ends it with a sum
 */
public record Column(String key, String heading, Kind kind, boolean totalled) {

  public Column {
    if (totalled && kind != Kind.MONEY) {
      throw new IllegalArgumentException("only money is totalled, not " + key);
    }
  }

  /** What the cells of a column hold; any cell may be empty. */
  public enum Kind {
    /** {@link String}, {@link Link} where there is more to see, {@link Label} for words of ours. */
    TEXT(String.class, Link.class, Label.class),
    /** {@link LocalDate}. */
    DAY(LocalDate.class),
    /** {@link Instant}, shown in the zone of the report's organization. */
    TIME(Instant.class),
    /** {@link Long}. */
    COUNT(Long.class),
    /** {@link BigDecimal}: a rate, a quantity. */
    NUMBER(BigDecimal.class),
    /** {@link Money}, or {@link Sum} where it follows from other cells. */
    MONEY(Money.class, Sum.class),
    /** {@link BigDecimal} (0.125 is 12.5 %), or {@link Ratio} where it follows from other cells. */
    PERCENT(BigDecimal.class, Ratio.class);

    private final List<Class<?>> cellTypes;

    Kind(Class<?>... cellTypes) {
      this.cellTypes = List.of(cellTypes);
    }

    boolean holds(@Nullable Object cell) {
      return cell == null || cellTypes.stream().anyMatch(type -> type.isInstance(cell));
    }

    /** Whether its cells are numbers, which stand at the right. */
    public boolean isNumeric() {
      return this == COUNT || this == NUMBER || this == MONEY || this == PERCENT;
    }
  }

  /** The same column under another heading: a period, a name. */
  public Column headed(String otherHeading) {
    return new Column(key, otherHeading, kind, totalled);
  }

  /** A column of text. */
  public static Column text(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.TEXT, false);
  }

  /** A column of days. */
  public static Column day(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.DAY, false);
  }

  /** A column of instants. */
  public static Column time(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.TIME, false);
  }

  /** A column of whole numbers. */
  public static Column count(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.COUNT, false);
  }

  /** A column of decimal numbers that are no amounts. */
  public static Column number(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.NUMBER, false);
  }

  /** A column of shares. */
  public static Column percent(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.PERCENT, false);
  }

  /** A column of amounts that ends with their sum. */
  public static Column totalledMoney(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.MONEY, true);
  }

  /** A column of amounts whose sum would mean nothing, or is a row of the report. */
  public static Column money(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.MONEY, false);
  }
}
