package org.countinghouse.reporting.render;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.countinghouse.money.Money;

/** Amounts in a workbook, whose only number is the binary double. */
final class Amounts {

  private Amounts() {}

  /**
   * Sets the cell (of a formula: its cached value) to the double nearest to the amount. A double
   * keeps 15 digits, so every amount up to 9,999,999,999,999.99 comes back exact when rounded to
   * its currency's decimals.
   */
  static void set(Cell cell, Money money) {
    cell.setCellValue(money.amount().doubleValue());
  }

  /**
   * The sum of a column, rounded to the currency's decimals so that what a spreadsheet adds up in
   * doubles is the amount that is stored.
   */
  static String sumFormula(int column, int firstRow, int lastRow, Money total) {
    int decimals = total.currency().getDefaultFractionDigits();
    if (lastRow < firstRow) {
      return "ROUND(0," + decimals + ")";
    }
    String letter = CellReference.convertNumToColString(column);
    return "ROUND(SUM(%s%d:%s%d),%d)"
        .formatted(letter, firstRow + 1, letter, lastRow + 1, decimals);
  }
}
