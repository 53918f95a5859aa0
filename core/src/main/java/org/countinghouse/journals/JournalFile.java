package org.countinghouse.journals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.errors.Finding;
import org.countinghouse.tables.RowReader;
import org.countinghouse.tables.Table;
import org.countinghouse.tables.TableFiles;
import org.countinghouse.tables.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * One journal in a CSV file or workbook, in the columns of the journal import; {@code entry},
 * {@code line} and {@code date} may be missing here, because the form asks for them.
 *
 * @param date of the journal, where the file says one
 * @param lines those that could be read, with what is wrong with the others
 * @param findings everything wrong with the file itself, by row
 */
public record JournalFile(@Nullable LocalDate date, EnteredLines lines, List<Finding> findings) {

  /** The columns a file must have. */
  public static final List<String> REQUIRED = List.of("account", "debit", "credit");

  /** The columns a file may have. */
  public static final List<String> OPTIONAL =
      List.of(
          "entry",
          "line",
          "date",
          "currency",
          "currency_amount",
          "cost_centre",
          "project",
          "tax_code",
          "text");

  private static final int CODE_LENGTH_MAX = 40;
  private static final int ENTRY_LENGTH_MAX = 100;

  public JournalFile {
    findings = List.copyOf(findings);
  }

  /**
   * Reads a file.
   *
   * @param base currency of debit and credit
   * @throws BusinessException {@code tables.*} when it is no table with these columns
   */
  public static JournalFile read(byte[] content, Currency base) {
    Table table = TableFiles.read(content, EnteredLines.LINES_MAX);
    table.require(REQUIRED, OPTIONAL);
    List<Finding> findings = new ArrayList<>();
    var lines = new EnteredLines(base);
    var reading = new Reading(findings);
    table.rows().forEach(row -> lines.add(reading.line(row)));
    findings.addAll(lines.findings());
    return new JournalFile(reading.date, lines, findings);
  }

  /** What the rows before said. */
  private static final class Reading {

    private final List<Finding> findings;
    private @Nullable LocalDate date;
    private @Nullable String entry;

    Reading(List<Finding> findings) {
      this.findings = findings;
    }

    EnteredLine line(TableRow row) {
      var cells = new RowReader(row, findings);
      oneDate(row, cells.date("date"));
      oneEntry(row, cells.text("entry", ENTRY_LENGTH_MAX));
      return new EnteredLine(
          row.place(),
          cells.text("account", CODE_LENGTH_MAX),
          cells.number("debit"),
          cells.number("credit"),
          cells.text("currency", CODE_LENGTH_MAX),
          cells.number("currency_amount"),
          cells.text("cost_centre", CODE_LENGTH_MAX),
          cells.text("project", CODE_LENGTH_MAX),
          cells.text("tax_code", CODE_LENGTH_MAX),
          cells.text("text", EnteredLines.TEXT_LENGTH_MAX));
    }

    private void oneDate(TableRow row, @Nullable LocalDate here) {
      LocalDate before = date;
      if (before == null) {
        date = here;
      } else if (here != null && !here.equals(before)) {
        findings.add(JournalsError.SEVERAL_DATES.at(row.place(), here, before));
      }
    }

    private void oneEntry(TableRow row, @Nullable String here) {
      String before = entry;
      if (before == null) {
        entry = here;
      } else if (here != null && !here.equals(before)) {
        findings.add(JournalsError.SEVERAL_ENTRIES.at(row.place(), before, here));
      }
    }
  }
}
