package org.countinghouse.reporting.render;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.spi.Ratio;
import org.countinghouse.reporting.spi.ReportTable;
import org.countinghouse.reporting.spi.Sum;
import org.jspecify.annotations.Nullable;

/** What a report's cells are in a workbook, whose only number is the binary double. */
final class Cells {

  private Cells() {}

  /** The amount in a cell of a money column. */
  static @Nullable Money amount(@Nullable Object cell) {
    return ReportTable.amount(cell);
  }

  /**
   * The double nearest to the amount. A double keeps 15 digits, so every amount up to
   * 9,999,999,999,999.99 comes back exact when rounded to its currency's decimals.
   */
  static double number(Money money) {
    return money.amount().doubleValue();
  }

  /** Where the rows of a table are. */
  @FunctionalInterface
  interface Places {

    /**
     * A formula that adds up cells of a column.
     *
     * @param letter of the column
     * @param first number of the table's first row, from 0
     * @param last number of the last, inclusive
     */
    String sum(String letter, int first, int last);
  }

  /** All rows below each other on this sheet, row 0 of the table in this row of it, from 0. */
  static Places on(int sheetRow) {
    return (letter, first, last) -> {
      String cell = letter + (sheetRow + first + 1);
      return first == last ? cell : "SUM(" + cell + ":" + letter + (sheetRow + last + 1) + ")";
    };
  }

  /**
   * The sum as a formula, rounded to the currency's decimals so that what a spreadsheet adds up in
   * doubles is the amount that is stored.
   *
   * @param frame whose columns the terms name
   */
  static String formula(Sum sum, ReportTable frame, Places places) {
    StringBuilder terms = new StringBuilder();
    for (Sum.Term term : sum.terms()) {
      if (term.last() >= term.first()) {
        terms.append(term.negative() ? "-" : terms.isEmpty() ? "" : "+");
        String letter = CellReference.convertNumToColString(frame.column(term.column()));
        terms.append(places.sum(letter, term.first(), term.last()));
      }
    }
    int decimals = sum.value().currency().getDefaultFractionDigits();
    return "ROUND(" + (terms.isEmpty() ? "0" : terms) + "," + decimals + ")";
  }

  /** The sum of a whole column. */
  static String columnTotal(ReportTable table, int column, Money total, int sheetRow) {
    String key = table.columns().get(column).key();
    int last = table.rows().size() - 1;
    return formula(new Sum(total, List.of(new Sum.Term(key, 0, last, false))), table, on(sheetRow));
  }

  /** The ratio as a formula over two cells of its row. */
  static String formula(Ratio ratio, ReportTable frame, int sheetRow) {
    String part = reference(frame, ratio.part(), sheetRow);
    String whole = reference(frame, ratio.whole(), sheetRow);
    return "IF(%s=0,0,ROUND(%s/ABS(%s),%d))".formatted(whole, part, whole, Ratio.SCALE);
  }

  private static String reference(ReportTable frame, String column, int sheetRow) {
    return CellReference.convertNumToColString(frame.column(column)) + (sheetRow + 1);
  }
}
