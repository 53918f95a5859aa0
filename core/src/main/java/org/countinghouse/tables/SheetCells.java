package org.countinghouse.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The cells of a sheet as text: numbers with a decimal point and without an exponent, dates as
 * 2026-03-31, formulas as what they were calculated to when the workbook was saved.
 */
final class SheetCells extends DefaultHandler {

  /** Excel calculates with binary fractions and shows 15 digits: what is beyond is noise. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final int COLUMNS_MAX = 500;

  /** More no sheet has: a larger number is an attempt to have that many lines written. */
  private static final int ROW_MAX = 1_048_576;

  private static final int TEXT_LENGTH_MAX = 100_000;

  private final ReadOnlySharedStringsTable texts;
  private final StylesTable styles;
  private final boolean countsFrom1904;
  private final RowSink sink;

  private final List<String> cells = new ArrayList<>();
  private final StringBuilder content = new StringBuilder();
  private int row;
  private int column;
  private String type = "";
  private @Nullable String style;
  private boolean inContent;

  SheetCells(
      ReadOnlySharedStringsTable texts, StylesTable styles, boolean countsFrom1904, RowSink sink) {
    this.texts = texts;
    this.styles = styles;
    this.countsFrom1904 = countsFrom1904;
    this.sink = sink;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "row" -> {
        row = next(attributes.getValue("r"));
        column = -1;
        cells.clear();
      }
      case "c" -> {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        style = attributes.getValue("s");
        content.setLength(0);
      }
      case "v", "t" -> inContent = true;
      default -> inContent = false;
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (inContent && content.length() + length <= TEXT_LENGTH_MAX) {
      content.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "c" -> put(value());
      case "row" -> {
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
          sink.row(row, cells);
        }
      }
      default -> inContent = false;
    }
  }

  private int next(@Nullable String number) {
    int next = number == null ? row + 1 : Integer.parseInt(number);
    if (next <= row || next > ROW_MAX) {
      throw TableError.UNREADABLE.with("row " + next + " follows row " + row);
    }
    return next;
  }

  private void put(String value) {
    if (value.isEmpty() || column < 0 || column >= COLUMNS_MAX) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value);
  }

  private String value() {
    String raw = content.toString();
    if (raw.isEmpty()) {
      return "";
    }
    return switch (type) {
      case "s" -> texts.getItemAt(Integer.parseInt(raw)).getString();
      case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
      case "n" -> number(raw);
      default -> raw;
    };
  }

  private String number(String raw) {
    LocalDateTime moment =
        isDate() ? DateUtil.getLocalDateTime(Double.parseDouble(raw), countsFrom1904) : null;
    // a negative number is no date, however it is formatted
    if (moment != null) {
      return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? moment.toLocalDate().toString()
          : moment.toString();
    }
    BigDecimal exact = new BigDecimal(raw).round(SHOWN).stripTrailingZeros();
    return exact.signum() == 0 ? "0" : exact.toPlainString();
  }

  private boolean isDate() {
    if (style == null) {
      return false;
    }
    XSSFCellStyle look = styles.getStyleAt(Integer.parseInt(style));
    return DateUtil.isADateFormat(look.getDataFormat(), look.getDataFormatString());
  }
}
