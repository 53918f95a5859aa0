package org.countinghouse.reporting.render;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Row;
import org.jspecify.annotations.Nullable;

/** The look of a workbook: few styles, made once, shared by all cells. */
final class Styles {

  private static final String DAY = "yyyy-mm-dd";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";
  private static final String TEXT = "@";

  private final Workbook workbook;
  private final Font plain;
  private final Font bold;
  private final Font link;
  private final CellStyle title;
  private final CellStyle label;
  private final CellStyle finding;
  private final CellStyle heading;
  private final CellStyle numberHeading;
  private final CellStyle factDay;
  private final CellStyle factTime;
  private final Map<Look, CellStyle> cells = new HashMap<>();

  /** What decides how a cell looks. */
  private record Look(
      Row.Kind row, int indent, String format, HorizontalAlignment alignment, boolean linked) {}

  Styles(Workbook workbook) {
    this.workbook = workbook;
    plain = font();
    bold = font();
    bold.setBold(true);
    link = font();
    link.setColor(IndexedColors.DARK_TEAL.getIndex());
    link.setUnderline(Font.U_SINGLE);
    title = titleStyle();
    label = coloured(IndexedColors.GREY_50_PERCENT, false);
    finding = coloured(IndexedColors.DARK_RED, true);
    heading = headingStyle(HorizontalAlignment.LEFT);
    numberHeading = headingStyle(HorizontalAlignment.RIGHT);
    factDay = fact(DAY);
    factTime = fact(TIME);
  }

  CellStyle title() {
    return title;
  }

  CellStyle label() {
    return label;
  }

  CellStyle finding() {
    return finding;
  }

  CellStyle heading(Column column) {
    return column.kind().isNumeric() ? numberHeading : heading;
  }

  CellStyle factDay() {
    return factDay;
  }

  CellStyle factTime() {
    return factTime;
  }

  /**
   * The style of a cell.
   *
   * @param indent how far text stands in
   * @param money whose decimals an amount has, {@code null} in a cell that holds none
   */
  CellStyle cell(Column.Kind kind, Row.Kind row, int indent, @Nullable Money money) {
    return cell(kind, row, indent, money == null ? null : money.currency(), false);
  }

  /** As {@link #cell(Column.Kind, Row.Kind, int, Money)}, for text that leads on. */
  CellStyle link(Row.Kind row, int indent) {
    return cell(Column.Kind.TEXT, row, indent, null, true);
  }

  /** The style of the value in a cell of this kind. */
  CellStyle of(Column.Kind kind, Row.Kind row, int indent, @Nullable Object value) {
    if (value instanceof Link) {
      return link(row, indent);
    }
    return cell(kind, row, indent, kind == Column.Kind.MONEY ? Cells.amount(value) : null);
  }

  private CellStyle cell(
      Column.Kind kind, Row.Kind row, int indent, @Nullable Currency currency, boolean linked) {
    Look look =
        new Look(
            row,
            kind == Column.Kind.TEXT ? indent : 0,
            format(kind, currency),
            kind.isNumeric() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT,
            linked);
    return cells.computeIfAbsent(look, this::create);
  }

  private static String format(Column.Kind kind, @Nullable Currency currency) {
    return switch (kind) {
      case TEXT -> TEXT;
      case DAY -> DAY;
      case TIME -> TIME;
      case COUNT -> "#,##0";
      case NUMBER -> "#,##0.######";
      case PERCENT -> "0.0 %;[Red]-0.0 %;\"–\"";
      case MONEY -> currency == null ? TEXT : moneyFormat(currency);
    };
  }

  private CellStyle create(Look look) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    style.setAlignment(look.alignment());
    style.setIndention((short) look.indent());
    boolean strong = look.row() != Row.Kind.DETAIL;
    style.setFont(strong ? bold : look.linked() ? link : plain);
    if (look.row() == Row.Kind.SUBTOTAL || look.row() == Row.Kind.TOTAL) {
      style.setBorderTop(BorderStyle.THIN);
    }
    if (look.row() == Row.Kind.TOTAL) {
      style.setBorderBottom(BorderStyle.DOUBLE);
    }
    return style;
  }

  /** Digits in groups, as many decimals as the currency has, red below zero, a dash for nothing. */
  private static String moneyFormat(Currency currency) {
    int decimals = currency.getDefaultFractionDigits();
    String digits = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    return digits + ";[Red]-" + digits + ";\"–\"";
  }

  private Font font() {
    Font font = workbook.createFont();
    font.setFontName("Calibri");
    return font;
  }

  private CellStyle fact(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setAlignment(HorizontalAlignment.LEFT);
    return style;
  }

  private CellStyle titleStyle() {
    Font large = font();
    large.setBold(true);
    large.setFontHeightInPoints((short) 16);
    CellStyle style = workbook.createCellStyle();
    style.setFont(large);
    return style;
  }

  private CellStyle coloured(IndexedColors colour, boolean strong) {
    Font font = font();
    font.setColor(colour.getIndex());
    font.setBold(strong);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  private CellStyle headingStyle(HorizontalAlignment alignment) {
    Font white = font();
    white.setBold(true);
    white.setColor(IndexedColors.WHITE.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(white);
    style.setFillForegroundColor(IndexedColors.DARK_TEAL.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(alignment);
    style.setWrapText(true);
    return style;
  }
}
