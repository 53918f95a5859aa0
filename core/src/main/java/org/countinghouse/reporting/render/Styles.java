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

/** The look of a workbook: few styles, made once, shared by all cells. */
final class Styles {

  private static final String DAY = "yyyy-mm-dd";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";

  private final Workbook workbook;
  private final Font bold;
  private final CellStyle title;
  private final CellStyle label;
  private final CellStyle heading;
  private final CellStyle numberHeading;
  private final CellStyle text;
  private final CellStyle day;
  private final CellStyle count;
  private final CellStyle factDay;
  private final CellStyle factTime;
  private final CellStyle total;
  private final CellStyle totalMoney;
  private final Map<Currency, CellStyle> money = new HashMap<>();

  Styles(Workbook workbook, Currency base) {
    this.workbook = workbook;
    bold = font(workbook);
    bold.setBold(true);
    title = titleStyle();
    label = labelStyle();
    heading = headingStyle(HorizontalAlignment.LEFT);
    numberHeading = headingStyle(HorizontalAlignment.RIGHT);
    text = formatted("@");
    day = formatted(DAY);
    count = formatted("#,##0");
    factDay = leftAligned(formatted(DAY));
    factTime = leftAligned(formatted(TIME));
    total = totalStyle("General");
    totalMoney = totalStyle(moneyFormat(base));
  }

  CellStyle title() {
    return title;
  }

  CellStyle label() {
    return label;
  }

  CellStyle heading() {
    return heading;
  }

  CellStyle numberHeading() {
    return numberHeading;
  }

  CellStyle text() {
    return text;
  }

  CellStyle day() {
    return day;
  }

  CellStyle count() {
    return count;
  }

  CellStyle factDay() {
    return factDay;
  }

  CellStyle factTime() {
    return factTime;
  }

  CellStyle total() {
    return total;
  }

  CellStyle totalMoney() {
    return totalMoney;
  }

  CellStyle money(Currency currency) {
    return money.computeIfAbsent(currency, key -> formatted(moneyFormat(key)));
  }

  private static Font font(Workbook workbook) {
    Font font = workbook.createFont();
    font.setFontName("Calibri"); // what cells without a style have
    font.setFontHeightInPoints((short) 11);
    return font;
  }

  /** As many decimals as the currency has; zero as a dash, so that figures stand out. */
  private static String moneyFormat(Currency currency) {
    int decimals = currency.getDefaultFractionDigits();
    String digits = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    return digits + ";[Red]-" + digits + ";\"–\"";
  }

  private CellStyle formatted(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static CellStyle leftAligned(CellStyle style) {
    style.setAlignment(HorizontalAlignment.LEFT);
    return style;
  }

  private CellStyle titleStyle() {
    Font large = font(workbook);
    large.setBold(true);
    large.setFontHeightInPoints((short) 16);
    CellStyle style = workbook.createCellStyle();
    style.setFont(large);
    return style;
  }

  private CellStyle labelStyle() {
    Font grey = font(workbook);
    grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(grey);
    return style;
  }

  private CellStyle headingStyle(HorizontalAlignment alignment) {
    Font white = font(workbook);
    white.setBold(true);
    white.setColor(IndexedColors.WHITE.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(white);
    style.setFillForegroundColor(IndexedColors.DARK_TEAL.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(alignment);
    return style;
  }

  private CellStyle totalStyle(String format) {
    CellStyle style = formatted(format);
    style.setFont(bold);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.DOUBLE);
    return style;
  }
}
