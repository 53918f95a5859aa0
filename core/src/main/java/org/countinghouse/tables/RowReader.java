package org.countinghouse.tables;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row as what they should be, and notes where they are not. */
public final class RowReader {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,12})?|\\.\\d{1,12})");

  private final TableRow row;
  private final List<Finding> findings;

  /** Notes what is wrong in {@code findings}, at the row's place. */
  public RowReader(TableRow row, List<Finding> findings) {
    this.row = row;
    this.findings = findings;
  }

  /** Text that may be missing; null where it is or where it is too long. */
  public @Nullable String text(String column, int lengthMax) {
    String text = row.text(column);
    if (text != null && text.length() > lengthMax) {
      findings.add(TableError.TEXT.at(row.place(), column, lengthMax));
      return null;
    }
    return text;
  }

  /** Text that must be there; null where it is not, which is then noted. */
  public @Nullable String require(String column, int lengthMax) {
    if (row.text(column) == null) {
      findings.add(TableError.MISSING.at(row.place(), column));
      return null;
    }
    return text(column, lengthMax);
  }

  /** A number; null where there is none or what is there is no number. */
  public @Nullable BigDecimal number(String column) {
    String text = row.text(column);
    if (text == null) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      findings.add(TableError.NUMBER.at(row.place(), column, text));
      return null;
    }
    return new BigDecimal(text);
  }

  /** A date; null where there is none or what is there is no date. */
  public @Nullable LocalDate date(String column) {
    String text = row.text(column);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      findings.add(TableError.DATE.at(row.place(), column, text));
      return null;
    }
  }
}
