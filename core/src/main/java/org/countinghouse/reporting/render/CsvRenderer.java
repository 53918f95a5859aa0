package org.countinghouse.reporting.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.ReportTable;

/**
 * A table as CSV: UTF-8, comma, RFC 4180 quotes, one heading line with the stable column keys,
 * locale-free values, no totals. What a program reads back is what was stored.
 */
public final class CsvRenderer {

  /** A spreadsheet takes a cell that starts so for a formula and would run it. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private CsvRenderer() {}

  /** Writes the table and leaves the stream open. */
  public static void write(ReportTable table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    csv.writeRecord(table.columns().stream().map(Column::key).toArray(String[]::new));
    for (var row : table.rows()) {
      csv.writeRecord(row.stream().map(CsvRenderer::cell).toArray(String[]::new));
    }
    csv.flush();
    writer.flush();
  }

  private static String cell(Object cell) {
    return cell instanceof String text ? disarmed(text) : ReportTable.plain(cell);
  }

  /**
   * The text with an apostrophe before it if a spreadsheet would take it for a formula (OWASP, CSV
   * injection). Amounts are not text: a negative one keeps its sign.
   */
  public static String disarmed(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
