package org.countinghouse.reporting.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a report. {@link TableBuilder} makes one with subtotals.
 *
 * @param report name of the report
 * @param title what people read above it, in their language
 * @param scope whose figures
 * @param parameters the values it was run with, defaults filled in, in the order they are shown:
 *     days, instants or text
 * @param columns left to right
 * @param rows cells in the order of the columns, each of its column's kind
 * @param notes what its reader must know, shown above the rows
 * @param charts pictures of some rows
 * @param generatedAt when
 */
public record ReportTable(
    String report,
    String title,
    ReportScope scope,
    Map<String, Object> parameters,
    List<Column> columns,
    List<Row> rows,
    List<Note> notes,
    List<Chart> charts,
    Instant generatedAt) {

  public ReportTable {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    charts = List.copyOf(charts);
    for (Row row : rows) {
      requireShape(columns, row);
    }
    if (columns.stream().anyMatch(Column::totalled) && !rows.stream().allMatch(Row::isPlain)) {
      throw new IllegalArgumentException("a table with subtotals totals itself: " + report);
    }
  }

  /** A flat table of one organization: facts, one below the other. */
  public ReportTable(
      String report,
      String title,
      Organization organization,
      Map<String, Object> parameters,
      List<Column> columns,
      List<? extends List<? extends @Nullable Object>> rows,
      Instant generatedAt) {
    this(
        report,
        title,
        ReportScope.of(organization),
        parameters,
        columns,
        rows.stream().map(cells -> Row.detail(cells.toArray())).toList(),
        List.of(),
        List.of(),
        generatedAt);
  }

  /** The same table with these rows. */
  public ReportTable withRows(List<Row> otherRows) {
    return new ReportTable(
        report, title, scope, parameters, columns, otherRows, notes, charts, generatedAt);
  }

  /**
   * Whether the row has a cell for each column and each is of its column's kind.
   *
   * @throws IllegalArgumentException when not: a mistake in the report
   */
  public static void requireShape(List<Column> columns, Row row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException("row has not " + columns.size() + " cells: " + row);
    }
    for (int i = 0; i < row.size(); i++) {
      if (!columns.get(i).kind().holds(row.get(i))) {
        throw new IllegalArgumentException("not for column " + columns.get(i).key() + ": " + row);
      }
    }
  }

  /** Whether rows stand in an outline: headings, subtotals, totals. */
  public boolean isOutlined() {
    return !rows.stream().allMatch(Row::isPlain);
  }

  /** The place of the column of this key. */
  public int column(String key) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(key)) {
        return i;
      }
    }
    throw new IllegalArgumentException(report + " has no column " + key);
  }

  /** The exact sum of a money column's facts, in the scope's currency. */
  public Money total(int column) {
    return rows.stream()
        .filter(row -> row.kind() == Row.Kind.DETAIL)
        .map(row -> amount(row.get(column)))
        .filter(Objects::nonNull)
        .reduce(Money.zero(scope.currency()), Money::plus);
  }

  /** The amount in a cell of a money column; {@code null} in an empty one. */
  public static @Nullable Money amount(@Nullable Object cell) {
    return cell instanceof Sum sum ? sum.value() : (Money) cell;
  }

  /** Everything wrong that a reader must know. */
  public List<Note> findings() {
    return notes.stream().filter(note -> note.severity() == Note.Severity.FINDING).toList();
  }

  /**
   * SHA-256, in hex, over report, scope, parameters, findings and every cell. It leaves out when
   * the report was made and in which language, so the same facts have the same hash, and two files
   * can be told to say the same without comparing them line by line.
   */
  public String contentHash() {
    ContentHash hash = new ContentHash(this);
    rows.forEach(hash::add);
    return hash.finish();
  }

  /** A cell as locale-free text: ISO dates, plain amounts without their currency. */
  public static String plain(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Money money) {
      return money.amount().toPlainString();
    }
    if (cell instanceof Sum sum) {
      return sum.value().amount().toPlainString();
    }
    if (cell instanceof Ratio ratio) {
      return ratio.value().toPlainString();
    }
    return cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
  }
}
