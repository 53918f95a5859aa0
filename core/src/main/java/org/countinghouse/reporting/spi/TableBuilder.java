package org.countinghouse.reporting.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table with headings, subtotals and totals. Every row it adds has a number, from 0; a
 * subtotal is told the rows it sums and works out its amounts and its ratios itself, so the formula
 * in the workbook and the stored amount cannot differ.
 */
public final class TableBuilder {

  private final String report;
  private final String title;
  private final ReportRequest request;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final List<Column> columns;
  private final List<Derived> derived = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();

  /**
   * Begins a table.
   *
   * @param report name of the report
   * @param columns left to right
   */
  public TableBuilder(String report, String title, ReportRequest request, List<Column> columns) {
    this.report = report;
    this.title = title;
    this.request = request;
    this.columns = List.copyOf(columns);
  }

  /** A column the builder fills in every row: its difference, or its share. */
  private record Derived(int column, String first, String second) {}

  /** Names a value the report was run with; they are shown in the order they are named. */
  public TableBuilder parameter(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /**
   * Has the money column filled in every row with the first less the second, wherever both have
   * amounts. Rows leave the cell empty.
   */
  public TableBuilder difference(String column, String minuend, String subtrahend) {
    derived.add(new Derived(place(column), minuend, subtrahend));
    return this;
  }

  /** Has the percent column filled in every row with the part of the whole. */
  public TableBuilder ratio(String column, String part, String whole) {
    derived.add(new Derived(place(column), part, whole));
    return this;
  }

  /** Adds a row that names what follows, and gives its number. */
  public int heading(int level, @Nullable Object... leading) {
    return add(Row.Kind.HEADING, level, leading);
  }

  /** Adds a fact, and gives its number. Cells left out at the end are empty. */
  public int detail(int level, @Nullable Object... leading) {
    return add(Row.Kind.DETAIL, level, leading);
  }

  /** Adds a row whose money cells the report works out itself, as {@link Sum}s, and numbers it. */
  public int add(Row.Kind kind, int level, @Nullable Object... leading) {
    @Nullable Object[] cells = Arrays.copyOf(leading, columns.size());
    return addFilled(kind, level, cells);
  }

  /**
   * Adds the sum of these rows in every money column, and gives its number.
   *
   * @param leading the cells before the first money column: labels
   */
  public int subtotal(int level, List<Integer> summed, @Nullable Object... leading) {
    return addSum(Row.Kind.SUBTOTAL, level, summed, List.of(), leading);
  }

  /** As {@link #subtotal}, for the sums the report exists for. */
  public int total(int level, List<Integer> summed, @Nullable Object... leading) {
    return addSum(Row.Kind.TOTAL, level, summed, List.of(), leading);
  }

  /**
   * Adds the sum of some rows less others in every money column, and gives its number: a gross
   * margin, a profit.
   */
  public int addSum(
      Row.Kind kind,
      int level,
      List<Integer> added,
      List<Integer> subtracted,
      @Nullable Object... leading) {
    @Nullable Object[] cells = Arrays.copyOf(leading, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      boolean filledLater = isDerived(i);
      if (columns.get(i).kind() == Column.Kind.MONEY && cells[i] == null && !filledLater) {
        cells[i] = sum(i, added, subtracted);
      }
    }
    return addFilled(kind, level, cells);
  }

  /** Tells the reader something. */
  public TableBuilder note(Note note) {
    notes.add(note);
    return this;
  }

  /** Shows some rows as a picture. */
  public TableBuilder chart(Chart chart) {
    charts.add(chart);
    return this;
  }

  /** How many rows there are so far: the number of the next. */
  public int size() {
    return rows.size();
  }

  /** The amount in a money column of a row; zero where it is empty. */
  public Money amount(int row, String column) {
    Money amount = ReportTable.amount(rows.get(row).get(place(column)));
    return Objects.requireNonNullElse(amount, Money.zero(request.scope().currency()));
  }

  /** The table. */
  public ReportTable build() {
    return new ReportTable(
        report,
        title,
        request.scope(),
        parameters,
        columns,
        rows,
        notes,
        charts,
        request.requestedAt());
  }

  private int addFilled(Row.Kind kind, int level, @Nullable Object[] cells) {
    int number = rows.size();
    for (Derived column : derived) {
      cells[column.column()] = derive(column, cells, number);
    }
    Row row = Row.of(kind, level, cells);
    ReportTable.requireShape(columns, row);
    rows.add(row);
    return number;
  }

  private @Nullable Object derive(Derived column, @Nullable Object[] cells, int number) {
    Money first = ReportTable.amount(cells[place(column.first())]);
    Money second = ReportTable.amount(cells[place(column.second())]);
    if (first == null || second == null) {
      return null;
    }
    if (columns.get(column.column()).kind() == Column.Kind.PERCENT) {
      return Ratio.of(first, column.first(), second, column.second());
    }
    return new Sum(
        first.minus(second),
        List.of(Sum.Term.plus(column.first(), number), Sum.Term.minus(column.second(), number)));
  }

  private Sum sum(int column, List<Integer> added, List<Integer> subtracted) {
    Money value = Money.zero(request.scope().currency());
    List<Sum.Term> terms = new ArrayList<>();
    String key = columns.get(column).key();
    for (int row : added) {
      value = value.plus(amount(row, key));
    }
    for (int row : subtracted) {
      value = value.minus(amount(row, key));
    }
    addRuns(terms, key, added, false);
    addRuns(terms, key, subtracted, true);
    return new Sum(value, terms);
  }

  /** Adjoining rows become one term, so formulas stay short. */
  private static void addRuns(
      List<Sum.Term> terms, String column, List<Integer> numbers, boolean negative) {
    int[] sorted = numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[i - 1] + 1) {
        terms.add(new Sum.Term(column, sorted[start], sorted[i - 1], negative));
        start = i;
      }
    }
  }

  private boolean isDerived(int column) {
    return derived.stream().anyMatch(one -> one.column() == column);
  }

  private int place(String key) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(report + " has no column " + key));
  }
}
