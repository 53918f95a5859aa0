package org.countinghouse.reporting.render;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Header;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.ReportTable;

/**
 * A table as a workbook people can work with and print: title and provenance above, a heading that
 * stays in sight and repeats on paper, real numbers and dates, totals as formulas. Each formula
 * carries the stored total as its cached value, so a reader that does not calculate shows the right
 * sum, and one that does shows the same.
 */
public final class XlsxRenderer {

  /** Rows held in memory; the others stream to disk. */
  private static final int WINDOW_ROWS = 200;

  /** Rows whose text decides the column width; more would cost time and change little. */
  private static final int WIDTH_SAMPLE_ROWS = 2_000;

  private static final int MIN_WIDTH_CHARS = 10;
  private static final int MAX_WIDTH_CHARS = 48;
  private static final int WIDTH_UNITS_PER_CHAR = 256;

  /** A sheet with more columns than this is printed across the paper. */
  private static final int PORTRAIT_COLUMNS_MAX = 7;

  private final ReportTable table;
  private final Messages messages;
  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final Styles styles;
  private int nextRow;

  private XlsxRenderer(ReportTable table, Locale locale, SXSSFWorkbook workbook) {
    this.table = table;
    this.messages = Messages.beside(Reports.class, locale);
    this.workbook = workbook;
    this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(table.title()));
    this.styles = new Styles(workbook, table.organization().baseCurrency());
  }

  /** Writes the table and leaves the stream open. */
  public static void write(ReportTable table, Locale locale, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW_ROWS)) {
      new XlsxRenderer(table, locale, workbook).render();
      workbook.write(out);
    }
  }

  private void render() {
    setColumnWidths();
    writeProvenance();
    int heading = writeHeading();
    int first = nextRow;
    table.rows().forEach(this::writeRow);
    if (table.columns().stream().anyMatch(Column::totalled)) {
      writeTotals(first, nextRow - 1);
    }
    sheet.createFreezePane(0, heading + 1);
    if (!table.rows().isEmpty()) {
      int last = first + table.rows().size() - 1; // the total stays out of the filter
      sheet.setAutoFilter(new CellRangeAddress(heading, last, 0, table.columns().size() - 1));
    }
    setUpPrinting(heading);
    describeFile();
  }

  private void writeProvenance() {
    Cell title = row().createCell(0);
    title.setCellValue(table.title());
    title.setCellStyle(styles.title());
    Organization organization = table.organization();
    fact(
        messages.text("organization"),
        organization.code()
            + " · "
            + organization.name()
            + " · "
            + organization.baseCurrency().getCurrencyCode());
    for (Map.Entry<String, Object> parameter : table.parameters().entrySet()) {
      String key = "parameter." + parameter.getKey();
      fact(messages.knows(key) ? messages.text(key) : parameter.getKey(), parameter.getValue());
    }
    fact(messages.text("generatedAt"), table.generatedAt());
    fact(messages.text("contentHash"), table.contentHash());
    nextRow++;
  }

  private void fact(String label, Object value) {
    Row row = row();
    Cell name = row.createCell(0);
    name.setCellValue(label);
    name.setCellStyle(styles.label());
    Cell cell = row.createCell(1);
    if (value instanceof Instant instant) {
      cell.setCellValue(LocalDateTime.ofInstant(instant, table.organization().zone()));
      cell.setCellStyle(styles.factTime());
      row.createCell(2).setCellValue(table.organization().zone().getId());
    } else if (value instanceof LocalDate day) {
      cell.setCellValue(day);
      cell.setCellStyle(styles.factDay());
    } else {
      cell.setCellValue(value.toString());
    }
  }

  private int writeHeading() {
    Row row = row();
    for (Column column : table.columns()) {
      Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
      cell.setCellValue(column.heading());
      cell.setCellStyle(
          column.kind() == Column.Kind.MONEY ? styles.numberHeading() : styles.heading());
    }
    return row.getRowNum();
  }

  private void writeRow(List<Object> cells) {
    Row row = row();
    for (int i = 0; i < cells.size(); i++) {
      Object value = cells.get(i);
      Cell cell = row.createCell(i);
      if (value instanceof Money money) {
        Amounts.set(cell, money);
        cell.setCellStyle(styles.money(money.currency()));
      } else if (value instanceof LocalDate day) {
        cell.setCellValue(day);
        cell.setCellStyle(styles.day());
      } else if (value instanceof Long count) {
        cell.setCellValue(count);
        cell.setCellStyle(styles.count());
      } else {
        // a string cell is never read as a formula; the style keeps it so when it is edited
        cell.setCellValue(value.toString());
        cell.setCellStyle(styles.text());
      }
    }
  }

  private void writeTotals(int first, int last) {
    Row row = row();
    Cell label = row.createCell(0);
    label.setCellValue(messages.text("total"));
    for (int i = 0; i < table.columns().size(); i++) {
      Cell cell = i == 0 ? label : row.createCell(i);
      cell.setCellStyle(styles.total());
      if (table.columns().get(i).totalled()) {
        Money total = table.total(i);
        cell.setCellFormula(Amounts.sumFormula(i, first, last, total));
        Amounts.set(cell, total);
        cell.setCellStyle(styles.totalMoney());
      }
    }
  }

  private void setColumnWidths() {
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int chars =
          table.rows().stream()
              .limit(WIDTH_SAMPLE_ROWS)
              .mapToInt(row -> shownLength(row.get(column)))
              .max()
              .orElse(0);
      chars = Math.max(chars, columns.get(i).heading().length() + 3); // room for the filter arrow
      if (columns.get(i).totalled()) {
        chars = Math.max(chars, shownLength(table.total(i)));
      }
      chars = Math.min(MAX_WIDTH_CHARS, Math.max(MIN_WIDTH_CHARS, chars + 2));
      sheet.setColumnWidth(i, chars * WIDTH_UNITS_PER_CHAR);
    }
    // the labels above the table stand in the first column
    sheet.setColumnWidth(0, Math.max(sheet.getColumnWidth(0), 20 * WIDTH_UNITS_PER_CHAR));
  }

  private static int shownLength(Object cell) {
    String plain = ReportTable.plain(cell);
    return cell instanceof Money ? plain.length() + plain.length() / 3 : plain.length();
  }

  private void setUpPrinting(int heading) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(table.columns().size() > PORTRAIT_COLUMNS_MAX);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0); // as many pages as it takes
    sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
    Header header = sheet.getHeader();
    header.setLeft(escaped(table.organization().code() + " " + table.organization().name()));
    header.setRight(escaped(table.title() + shownDays()));
    Footer footer = sheet.getFooter();
    footer.setLeft(table.contentHash().substring(0, 16));
    footer.setRight("&P / &N");
  }

  private String shownDays() {
    List<String> days = new ArrayList<>();
    for (Object value : table.parameters().values()) {
      if (value instanceof LocalDate) {
        days.add(value.toString());
      }
    }
    return days.isEmpty() ? "" : " " + String.join(" – ", days);
  }

  /** An ampersand starts a code in page headers. */
  private static String escaped(String text) {
    return text.replace("&", "&&");
  }

  private void describeFile() {
    var properties = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
    properties.setTitle(table.title() + " " + table.organization().code());
    properties.setCreator("Countinghouse");
    properties.setIdentifier(table.contentHash());
  }

  private Row row() {
    return sheet.createRow(nextRow++);
  }
}
