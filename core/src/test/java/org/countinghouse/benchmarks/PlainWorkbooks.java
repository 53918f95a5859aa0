package org.countinghouse.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The limits of the XLSX export: rows of a cursor straight into a library's sheet. */
final class PlainWorkbooks {

  /** The cursor of the general ledger: its tables, its conditions, its order. */
  static final String QUERY =
      """
      select l.account, l.posting_date, l.number, l.text, l.source_reference, l.cost_centre, l.project, l.currency,
             l.amount, greatest(l.base_amount, 0), greatest(-l.base_amount, 0), a.name, l.journal_id, l.source
        from finance.ledger_journal_line_v l
        join finance.ledger_account_v a on a.organization_id = l.organization_id and a.account = l.account
       where l.organization_id = ? and l.posting_date between ? and ?
         and l.recorded_at <= now()
       order by l.account, l.posting_date, l.number, l.line_no
      """;

  private static final int TEXTS_BEFORE = 1;
  private static final int COLUMNS = 12;
  private static final int FLUSH_ROWS = 500;
  private static final int SHEET_ROWS_MAX = 1_040_000;

  private PlainWorkbooks() {}

  /** POI's streaming workbook as its guide shows it: 100 rows in memory, shared styles. */
  static long poi(ResultSet rows, OutputStream out) throws SQLException, IOException {
    long count = 0;
    try (var workbook = new SXSSFWorkbook(100)) {
      CellStyle amount = workbook.createCellStyle();
      amount.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      SXSSFSheet sheet = workbook.createSheet();
      var running = new Running();
      while (rows.next()) {
        if (count > 0 && count % SHEET_ROWS_MAX == 0) {
          sheet = workbook.createSheet();
        }
        SXSSFRow row = sheet.createRow((int) (count++ % SHEET_ROWS_MAX));
        for (int column = 0; column < COLUMNS; column++) {
          var cell = row.createCell(column);
          if (column == TEXTS_BEFORE) {
            cell.setCellValue(rows.getObject(column + 1, LocalDate.class));
            cell.setCellStyle(date);
          } else if (column < 8) {
            String text = rows.getString(column + 1);
            if (text != null) {
              cell.setCellValue(text);
            }
          } else {
            cell.setCellValue(running.number(rows, column).doubleValue());
            cell.setCellStyle(amount);
          }
        }
      }
      workbook.write(out);
    }
    return count;
  }

  /** The fastest open library, texts inline, flushed every 500 rows. */
  static long fastexcel(ResultSet rows, OutputStream out) throws SQLException, IOException {
    long count = 0;
    try (var workbook = new Workbook(out, "benchmark", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("1");
      var running = new Running();
      while (rows.next()) {
        int at = (int) (count++ % SHEET_ROWS_MAX);
        if (at == 0 && count > 1) {
          sheet.finish();
          sheet = workbook.newWorksheet("" + count);
        }
        for (int column = 0; column < COLUMNS; column++) {
          if (column == TEXTS_BEFORE) {
            sheet.value(at, column, rows.getObject(column + 1, LocalDate.class));
            sheet.style(at, column).format("yyyy-mm-dd").set();
          } else if (column < 8) {
            String text = rows.getString(column + 1);
            if (text != null) {
              sheet.inlineString(at, column, text);
            }
          } else {
            sheet.value(at, column, running.number(rows, column));
            sheet.style(at, column).format("#,##0.00").set();
          }
        }
        if (count % FLUSH_ROWS == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    }
    return count;
  }

  /** The last column is the balance after each row. */
  private static final class Running {

    private BigDecimal balance = BigDecimal.ZERO;

    BigDecimal number(ResultSet rows, int column) throws SQLException {
      if (column < COLUMNS - 1) {
        return rows.getBigDecimal(column + 1);
      }
      balance = balance.add(rows.getBigDecimal(column - 1)).subtract(rows.getBigDecimal(column));
      return balance;
    }
  }
}
