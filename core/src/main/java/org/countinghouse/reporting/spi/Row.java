package org.countinghouse.reporting.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a report.
 *
 * @param kind what it is to its reader
 * @param level how deep it stands in an outline; 0 is outermost
 * @param cells in the order of the columns, each of its column's kind; {@code null} is an empty
 *     cell
 */
public record Row(Kind kind, int level, List<@Nullable Object> cells) {

  /** What a row is to its reader. */
  public enum Kind {
    /** Names what follows; has no amounts of its own. */
    HEADING,
    /** A fact. */
    DETAIL,
    /** The sum of some rows above. */
    SUBTOTAL,
    /** A sum the report exists for. */
    TOTAL
  }

  public Row {
    if (level < 0) {
      throw new IllegalArgumentException("level of a row is " + level);
    }
    cells = Collections.unmodifiableList(cells);
  }

  /** A fact; the array is not copied. */
  public static Row detail(@Nullable Object... cells) {
    return new Row(Kind.DETAIL, 0, Arrays.asList(cells));
  }

  /** A row of this kind at this level; the array is not copied. */
  public static Row of(Kind kind, int level, @Nullable Object... cells) {
    return new Row(kind, level, Arrays.asList(cells));
  }

  /** The cell of this column. */
  public @Nullable Object get(int column) {
    return cells.get(column);
  }

  /** How many cells it has. */
  public int size() {
    return cells.size();
  }

  /** Whether it is a fact and stands in no outline. */
  public boolean isPlain() {
    return kind == Kind.DETAIL && level == 0;
  }
}
