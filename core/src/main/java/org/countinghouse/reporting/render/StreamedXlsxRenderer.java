package org.countinghouse.reporting.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Ratio;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.Sum;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of any number of rows in little memory. POI makes everything but the rows: title,
 * heading, styles, page setup. Its sheet is cut open where the rows belong, they are written there
 * as they come, and the rest of the file follows. A sheet that is full goes on in another; sums
 * reach across.
 */
public final class StreamedXlsxRenderer implements RowWriter {

  /** What a spreadsheet program can hold is 1,048,576, heading and the hash below included. */
  static final int SHEET_ROWS_MAX = 1_048_000;

  /** Rows looked at before the first is written, to know how wide the columns are. */
  private static final int WIDTH_SAMPLE_ROWS = 500;

  private static final int MAX_WIDTH_CHARS = 48;
  private static final int SAMPLE_MARGIN_CHARS = 4;
  private static final String ROWS_END = "</sheetData>";

  /** Days from 1899-12-30, where a spreadsheet's calendar begins, to 1970-01-01. */
  private static final long EPOCH_SERIAL = 25_569;

  private final ReportTable frame;
  private final Messages messages;
  private final String address;
  private final ZipOutputStream zip;
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Styles styles = new Styles(workbook);
  private final SheetRows rows;
  private final int sheetRowsMax;
  private final List<Row> sample = new ArrayList<>();
  private int[] widths = new int[0];
  private int firstRow;
  private int written;
  private String afterRows = "";

  /**
   * Begins a workbook.
   *
   * @param address of this server, put before its links
   */
  public StreamedXlsxRenderer(ReportTable frame, Locale locale, String address, OutputStream out) {
    this(frame, locale, address, out, SHEET_ROWS_MAX);
  }

  StreamedXlsxRenderer(
      ReportTable frame, Locale locale, String address, OutputStream out, int sheetRowsMax) {
    this.frame = frame;
    this.messages = Messages.beside(Reports.class, locale);
    this.address = address;
    this.zip = new ZipOutputStream(out);
    this.zip.setLevel(Deflater.BEST_SPEED);
    String[] letters = new String[frame.columns().size()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = CellReference.convertNumToColString(i);
    }
    this.rows = new SheetRows(zip, letters);
    this.sheetRowsMax = sheetRowsMax;
  }

  @Override
  public void row(Row row) throws IOException {
    if (widths.length > 0) {
      write(row);
      return;
    }
    sample.add(row);
    if (sample.size() == WIDTH_SAMPLE_ROWS) {
      writeSample();
    }
  }

  @Override
  public void end(String contentHash) throws IOException {
    if (widths.length == 0) {
      writeSample();
    }
    if (written == 0) {
      beginSheet();
    }
    int next = firstRow + (written - 1) % sheetRowsMax + 2;
    rows.beginRow(next + 1);
    rows.text(0, index(styles.label()), messages.text("contentHash"));
    rows.text(1, 0, contentHash);
    rows.endRow();
    endSheet();
    Sheets.describe(workbook.getProperties().getCoreProperties(), frame, contentHash);
    writeAllButSheets();
    zip.finish();
    zip.flush();
    workbook.close();
  }

  private void writeSample() throws IOException {
    List<Column> columns = frame.columns();
    int[] needed = new int[columns.size()];
    for (int i = 0; i < needed.length; i++) {
      int chars = columns.get(i).heading().length() + 2;
      for (Row row : sample) {
        int length = ReportTable.plain(row.get(i)).length();
        chars = Math.max(chars, columns.get(i).kind().isNumeric() ? length + length / 3 : length);
      }
      needed[i] = Math.min(MAX_WIDTH_CHARS, chars + SAMPLE_MARGIN_CHARS);
    }
    widths = needed;
    for (Row row : sample) {
      write(row);
    }
    sample.clear();
  }

  private void write(Row row) throws IOException {
    int inSheet = written % sheetRowsMax;
    if (inSheet == 0) {
      if (written > 0) {
        endSheet();
      }
      beginSheet();
    }
    int sheetRow = firstRow + inSheet;
    rows.beginRow(sheetRow + 1);
    boolean marked = row.kind() == Row.Kind.SUBTOTAL || row.kind() == Row.Kind.TOTAL;
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value != null || marked) {
        write(i, row, value, sheetRow);
      }
    }
    rows.endRow();
    written++;
  }

  private void write(int column, Row row, @Nullable Object value, int sheetRow) throws IOException {
    Column.Kind kind = frame.columns().get(column).kind();
    int style = index(styles.of(kind, row.kind(), row.level(), value));
    if (value == null) {
      rows.blank(column, style);
    } else if (value instanceof Money money) {
      rows.number(column, style, money.amount().toPlainString());
    } else if (value instanceof Sum sum) {
      String digits = sum.value().amount().toPlainString();
      rows.formula(column, style, Cells.formula(sum, frame, this::range), digits);
    } else if (value instanceof Ratio ratio) {
      String digits = ratio.value().toPlainString();
      rows.formula(column, style, Cells.formula(ratio, frame, sheetRow), digits);
    } else if (value instanceof LocalDate day) {
      rows.number(column, style, Long.toString(day.toEpochDay() + EPOCH_SERIAL));
    } else if (value instanceof Instant instant) {
      double serial = DateUtil.getExcelDate(instant.atZone(frame.scope().zone()).toLocalDateTime());
      rows.number(column, style, BigDecimal.valueOf(serial).toPlainString());
    } else if (value instanceof BigDecimal number) {
      rows.number(column, style, number.toPlainString());
    } else if (value instanceof Long count) {
      rows.number(column, style, count.toString());
    } else if (value instanceof Link link) {
      rows.link(column, style, link.text(), address + link.href());
    } else {
      rows.text(column, style, value.toString());
    }
  }

  /** Cells of adjoining rows of the table, which may lie on several sheets. */
  private String range(String letter, int first, int last) {
    List<String> parts = new ArrayList<>();
    int here = written / sheetRowsMax;
    for (int sheet = first / sheetRowsMax; sheet <= last / sheetRowsMax; sheet++) {
      int from = Math.max(first - sheet * sheetRowsMax, 0);
      int to = Math.min(last - sheet * sheetRowsMax, sheetRowsMax - 1);
      String cells = letter + (firstRow + from + 1) + ":" + letter + (firstRow + to + 1);
      String name = workbook.getSheetName(sheet).replace("'", "''");
      parts.add(sheet == here ? cells : "'" + name + "'!" + cells);
    }
    return "SUM(" + String.join(",", parts) + ")";
  }

  private void beginSheet() throws IOException {
    int number = workbook.getNumberOfSheets() + 1;
    String title = WorkbookUtil.createSafeSheetName(frame.title());
    XSSFSheet sheet = workbook.createSheet(number == 1 ? title : number + " " + title);
    Sheets around = new Sheets(frame, messages, styles, sheet);
    around.setWidths(widths);
    firstRow = around.begin("") + 1;
    String xml = sheetXml(number);
    int cut = xml.indexOf(ROWS_END);
    afterRows = xml.substring(cut);
    zip.putNextEntry(new ZipEntry(partName(number)));
    zip.write(xml.substring(0, cut).getBytes(StandardCharsets.UTF_8));
  }

  private void endSheet() throws IOException {
    rows.flush();
    zip.write(afterRows.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String sheetXml(int number) throws IOException {
    try (ZipInputStream parts = saved()) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (part.getName().equals(partName(number))) {
          return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IllegalStateException("a workbook without " + partName(number));
  }

  private void writeAllButSheets() throws IOException {
    try (ZipInputStream parts = saved()) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (!part.getName().matches("xl/worksheets/sheet\\d+\\.xml")) {
          zip.putNextEntry(new ZipEntry(part.getName()));
          parts.transferTo(zip);
          zip.closeEntry();
        }
      }
    }
  }

  private ZipInputStream saved() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    return new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static String partName(int number) {
    return "xl/worksheets/sheet" + number + ".xml";
  }

  private static int index(CellStyle style) {
    return ((XSSFCellStyle) style).getIndex();
  }
}
