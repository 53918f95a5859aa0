package org.countinghouse.reporting.spi;

import java.time.LocalDate;
import org.countinghouse.money.Money;

/**
 * One column of a report.
 *
 * @param key stable camel-case name: the CSV heading and the JSON field
 * @param heading what people read, in their language
 * @param kind what its cells hold
 * @param totalled whether the workbook ends it with a sum
 */
public record Column(String key, String heading, Kind kind, boolean totalled) {

  public Column {
    if (totalled && kind != Kind.MONEY) {
      throw new IllegalArgumentException("only money is totalled, not " + key);
    }
  }

  /** What the cells of a column hold. */
  public enum Kind {
    TEXT(String.class),
    DAY(LocalDate.class),
    COUNT(Long.class),
    MONEY(Money.class);

    private final Class<?> cellType;

    Kind(Class<?> cellType) {
      this.cellType = cellType;
    }

    boolean holds(Object cell) {
      return cellType.isInstance(cell);
    }
  }

  /** A column of text. */
  public static Column text(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.TEXT, false);
  }

  /** A column of days. */
  public static Column day(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.DAY, false);
  }

  /** A column of whole numbers. */
  public static Column count(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.COUNT, false);
  }

  /** A column of amounts that ends with their sum. */
  public static Column totalledMoney(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.MONEY, true);
  }

  /** A column of amounts whose sum would mean nothing. */
  public static Column money(String key, Messages messages) {
    return new Column(key, messages.text(key), Kind.MONEY, false);
  }
}
