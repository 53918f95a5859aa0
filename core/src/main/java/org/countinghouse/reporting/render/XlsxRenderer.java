package org.countinghouse.reporting.render;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Ratio;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.Sum;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook people can work with and print: title and provenance above, a heading that
 * stays in sight and repeats on paper, real numbers and dates, sums as formulas, links, charts.
 * Each formula carries the stored amount as its cached value, so a reader that does not calculate
 * shows the right sum, and one that does shows the same.
 */
public final class XlsxRenderer {

  /** Rows held in memory; the others stream to disk. */
  private static final int WINDOW_ROWS = 200;

  /** Rows whose text decides the column width; more would cost time and change little. */
  private static final int WIDTH_SAMPLE_ROWS = 2_000;

  /** A spreadsheet program keeps no more links than this in a sheet and repairs away the others. */
  private static final int LINKS_MAX = 65_000;

  private static final int MIN_WIDTH_CHARS = 10;
  private static final int MAX_WIDTH_CHARS = 60;

  private final ReportTable table;
  private final Messages messages;
  private final String address;
  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final Styles styles;
  private final int outlineColumn;
  private int firstRow;
  private int links;

  private XlsxRenderer(ReportTable table, Locale locale, String address, SXSSFWorkbook workbook) {
    this.table = table;
    this.messages = Messages.beside(Reports.class, locale);
    this.address = address;
    this.workbook = workbook;
    this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
    this.styles = new Styles(workbook);
    this.outlineColumn = outlineColumn(table);
  }

  /** The column that stands in with its row's level: where our own words are, else the first. */
  private static int outlineColumn(ReportTable table) {
    for (Row row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i) instanceof Label) {
          return i;
        }
      }
    }
    return 0;
  }

  /**
   * Writes the table and leaves the stream open.
   *
   * @param address of this server, put before its links
   */
  public static void write(ReportTable table, Locale locale, String address, OutputStream out)
      throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW_ROWS)) {
      new XlsxRenderer(table, locale, address, workbook).render();
      workbook.write(out);
    }
  }

  private void render() {
    String contentHash = table.contentHash();
    Sheets frame = new Sheets(table, messages, styles, sheet);
    frame.setWidths(widths());
    int heading = frame.begin(contentHash);
    firstRow = heading + 1;
    int next = firstRow;
    for (Row row : table.rows()) {
      writeRow(row, next++);
    }
    boolean totalled = table.columns().stream().anyMatch(Column::totalled);
    if (totalled) {
      writeTotals(next);
    }
    if (!table.rows().isEmpty() && !table.isOutlined()) {
      // the total stays out of the filter
      sheet.setAutoFilter(new CellRangeAddress(heading, next - 1, 0, table.columns().size() - 1));
    }
    Charts.draw(table, workbook.getXSSFWorkbook(), sheet.getSheetName(), firstRow, messages);
    Sheets.describe(
        workbook.getXSSFWorkbook().getProperties().getCoreProperties(), table, contentHash);
  }

  private void writeRow(Row row, int sheetRow) {
    var target = sheet.createRow(sheetRow);
    boolean marked = row.kind() == Row.Kind.SUBTOTAL || row.kind() == Row.Kind.TOTAL;
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value == null && !marked) {
        continue;
      }
      Column.Kind kind = table.columns().get(i).kind();
      Cell cell = target.createCell(i);
      int indent = i == outlineColumn ? row.level() : 0;
      cell.setCellStyle(styles.of(kind, row.kind(), indent, value));
      if (value != null) {
        write(cell, value, sheetRow);
      }
    }
  }

  private void write(Cell cell, Object value, int sheetRow) {
    if (value instanceof Money money) {
      cell.setCellValue(Cells.number(money));
    } else if (value instanceof Sum sum) {
      cell.setCellFormula(Cells.formula(sum, table, Cells.on(firstRow)));
      cell.setCellValue(Cells.number(sum.value()));
    } else if (value instanceof Ratio ratio) {
      cell.setCellFormula(Cells.formula(ratio, table, sheetRow));
      cell.setCellValue(ratio.value().doubleValue());
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
    } else if (value instanceof Instant instant) {
      cell.setCellValue(LocalDateTime.ofInstant(instant, table.scope().zone()));
    } else if (value instanceof Long count) {
      cell.setCellValue(count);
    } else if (value instanceof BigDecimal number) {
      cell.setCellValue(number.doubleValue());
    } else {
      // a string cell is never read as a formula; the style keeps it so when it is edited
      cell.setCellValue(value.toString());
      lead(cell, value);
    }
  }

  private void lead(Cell cell, Object value) {
    if (value instanceof Link link && links < LINKS_MAX) {
      links++;
      Hyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
      hyperlink.setAddress(address + link.href());
      cell.setHyperlink(hyperlink);
    }
  }

  private void writeTotals(int sheetRow) {
    var row = sheet.createRow(sheetRow);
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.createCell(i);
      Money total = columns.get(i).totalled() ? table.total(i) : null;
      cell.setCellStyle(styles.cell(columns.get(i).kind(), Row.Kind.TOTAL, 0, total));
      if (total != null) {
        cell.setCellFormula(Cells.columnTotal(table, i, total, firstRow));
        cell.setCellValue(Cells.number(total));
      }
    }
    row.getCell(0).setCellValue(messages.text("total"));
  }

  private int[] widths() {
    List<Column> columns = table.columns();
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int chars =
          table.rows().stream()
              .limit(WIDTH_SAMPLE_ROWS)
              .mapToInt(row -> shownLength(row, column))
              .max()
              .orElse(0);
      chars = Math.max(chars, columns.get(i).heading().length() + 3); // room for the filter arrow
      if (columns.get(i).totalled()) {
        chars = Math.max(chars, shownLength(table.total(i)));
      }
      widths[i] = Math.min(MAX_WIDTH_CHARS, Math.max(MIN_WIDTH_CHARS, chars + 2));
    }
    return widths;
  }

  private int shownLength(Row row, int column) {
    return shownLength(row.get(column)) + (column == outlineColumn ? 2 * row.level() : 0);
  }

  private static int shownLength(@Nullable Object cell) {
    int plain = ReportTable.plain(cell).length();
    return cell instanceof Money || cell instanceof Sum ? plain + plain / 3 : plain;
  }
}
