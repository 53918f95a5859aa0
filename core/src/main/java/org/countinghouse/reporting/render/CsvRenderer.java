package org.countinghouse.reporting.render;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Row;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV: UTF-8, comma, RFC 4180 quotes, one heading line with the stable column keys,
 * locale-free values. What a program reads back is what was stored. A flat table has no totals; one
 * with headings and subtotals ends each line with what it is: {@code rowKind} and {@code rowLevel}.
 */
public final class CsvRenderer implements RowWriter {

  /** A spreadsheet takes a cell that starts so for a formula and would run it. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final Writer writer;
  private final CsvWriter csv;
  private final boolean outlined;

  /** Writes the heading line. */
  public CsvRenderer(ReportTable frame, boolean outlined, OutputStream out) {
    this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    this.outlined = outlined;
    List<String> heading = new ArrayList<>(frame.columns().stream().map(Column::key).toList());
    if (outlined) {
      heading.add("rowKind");
      heading.add("rowLevel");
    }
    csv.writeRecord(heading);
  }

  /** Writes the table and leaves the stream open. */
  public static void write(ReportTable table, OutputStream out) throws IOException {
    CsvRenderer renderer = new CsvRenderer(table, table.isOutlined(), out);
    for (Row row : table.rows()) {
      renderer.row(row);
    }
    renderer.end("");
  }

  @Override
  public void row(Row row) {
    int size = row.size();
    String[] line = new String[outlined ? size + 2 : size];
    for (int i = 0; i < size; i++) {
      line[i] = cell(row.get(i));
    }
    if (outlined) {
      line[size] = row.kind().name().toLowerCase(Locale.ROOT);
      line[size + 1] = Integer.toString(row.level());
    }
    csv.writeRecord(line);
  }

  @Override
  public void end(String contentHash) throws IOException {
    csv.flush();
    writer.flush();
  }

  private static String cell(@Nullable Object cell) {
    String plain = ReportTable.plain(cell);
    boolean text = cell instanceof String || cell instanceof Link || cell instanceof Label;
    return text ? disarmed(plain) : plain;
  }

  /**
   * The text with an apostrophe before it if a spreadsheet would take it for a formula (OWASP, CSV
   * injection). Amounts are not text: a negative one keeps its sign.
   */
  public static String disarmed(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
