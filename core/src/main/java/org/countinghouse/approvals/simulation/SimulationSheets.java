package org.countinghouse.approvals.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Sheets of facts and of tables: headings that stay in sight, filters, sums as formulas. */
final class SimulationSheets implements AutoCloseable {

  private static final int WINDOW_ROWS = 200;
  private static final int CHARACTER_WIDTH = 256;
  private static final int WIDTH_MIN = 10;
  private static final int WIDTH_MAX = 60;
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW_ROWS);
  private final CellStyle text = style("@");
  private final CellStyle count = style("#,##0");
  private final CellStyle number = style("#,##0.00;[Red]-#,##0.00");
  private final CellStyle day = style("yyyy-mm-dd");
  private final CellStyle moment = style("yyyy-mm-dd hh:mm");
  private final CellStyle heading = heading();
  private final CellStyle total = total();
  private final CellStyle title = title();

  /** Names and values, one below the other, under a title. */
  void facts(String name, String above, List<List<@Nullable Object>> rows) {
    Sheet sheet = workbook.createSheet(name);
    Cell first = sheet.createRow(0).createCell(0);
    first.setCellValue(above);
    first.setCellStyle(title);
    for (int i = 0; i < rows.size(); i++) {
      fill(sheet.createRow(i + 2), rows.get(i));
    }
    sheet.setColumnWidth(0, WIDTH_MAX * CHARACTER_WIDTH);
    sheet.setColumnWidth(1, WIDTH_MAX / 2 * CHARACTER_WIDTH);
  }

  /**
   * A table.
   *
   * @param summed columns with a sum below
   */
  void table(String name, List<String> headings, List<List<@Nullable Object>> rows, int... summed) {
    Sheet sheet = workbook.createSheet(name);
    Row top = sheet.createRow(0);
    for (int i = 0; i < headings.size(); i++) {
      Cell cell = top.createCell(i);
      cell.setCellValue(headings.get(i));
      cell.setCellStyle(heading);
      sheet.setColumnWidth(i, width(headings.get(i), rows, i) * CHARACTER_WIDTH);
    }
    sheet.createFreezePane(0, 1);
    for (int i = 0; i < rows.size(); i++) {
      fill(sheet.createRow(i + 1), rows.get(i));
    }
    if (!rows.isEmpty()) {
      sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, headings.size() - 1));
      sums(sheet.createRow(rows.size() + 1), rows, summed);
    }
  }

  void write(OutputStream out) throws IOException {
    workbook.write(out);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  /** Hours with two decimals. */
  static BigDecimal hours(Duration time) {
    return BigDecimal.valueOf(time.toSeconds()).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
  }

  private void fill(Row row, List<@Nullable Object> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Object value = cells.get(i);
      if (value != null) {
        set(row.createCell(i), value);
      }
    }
  }

  private void set(Cell cell, Object value) {
    if (value instanceof BigDecimal amount) {
      cell.setCellValue(amount.doubleValue());
      cell.setCellStyle(number);
    } else if (value instanceof Integer whole) {
      cell.setCellValue(whole);
      cell.setCellStyle(count);
    } else if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(day);
    } else if (value instanceof LocalDateTime at) {
      cell.setCellValue(at);
      cell.setCellStyle(moment);
    } else {
      // a string cell is never read as a formula; the style keeps it so when it is edited
      cell.setCellValue(value.toString());
      cell.setCellStyle(text);
    }
  }

  /** Each with its value beside the formula, for readers that do not calculate. */
  private void sums(Row row, List<List<@Nullable Object>> rows, int... summed) {
    for (int column : summed) {
      BigDecimal sum = BigDecimal.ZERO;
      for (List<@Nullable Object> cells : rows) {
        Object value = cells.get(column);
        sum = value == null ? sum : sum.add(new BigDecimal(value.toString()));
      }
      String letter = CellReference.convertNumToColString(column);
      Cell cell = row.createCell(column);
      cell.setCellFormula("SUM(%s2:%s%d)".formatted(letter, letter, rows.size() + 1));
      cell.setCellValue(sum.doubleValue());
      cell.setCellStyle(total);
    }
  }

  private static int width(String name, List<List<@Nullable Object>> rows, int column) {
    int widest = name.length() + 3;
    for (List<@Nullable Object> cells : rows.subList(0, Math.min(rows.size(), 500))) {
      widest = Math.max(widest, String.valueOf(cells.get(column)).length() + 2);
    }
    return Math.max(WIDTH_MIN, Math.min(WIDTH_MAX, widest));
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private CellStyle heading() {
    Font white = workbook.createFont();
    white.setBold(true);
    white.setColor(IndexedColors.WHITE.getIndex());
    CellStyle style = workbook.createCellStyle();
    style.setFont(white);
    style.setFillForegroundColor(IndexedColors.DARK_TEAL.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return style;
  }

  private CellStyle total() {
    Font bold = workbook.createFont();
    bold.setBold(true);
    CellStyle style = style("#,##0.00;[Red]-#,##0.00");
    style.setFont(bold);
    return style;
  }

  private CellStyle title() {
    Font large = workbook.createFont();
    large.setBold(true);
    large.setFontHeightInPoints((short) 16);
    CellStyle style = workbook.createCellStyle();
    style.setFont(large);
    return style;
  }
}
