package org.countinghouse.reporting.spi;

import java.util.List;
import org.countinghouse.money.Money;

/**
 * An amount that follows from other cells of the table: a subtotal, a closing balance, a
 * difference. It is a cell of a money column. Files for programs hold its value; the workbook holds
 * a formula over those cells whose cached value is this one, so that a reader can follow it.
 *
 * @param value the exact amount
 * @param terms what it is made of; their signed sum is the value
 */
public record Sum(Money value, List<Term> terms) {

  public Sum {
    terms = List.copyOf(terms);
  }

  /**
   * Cells of one column in adjoining rows.
   *
   * @param column key of a money column
   * @param first number of the first row, as {@link ReportTable#rows()} counts them, from 0
   * @param last number of the last row, inclusive; before {@code first} when there are none
   * @param negative whether they are taken away
   */
  public record Term(String column, int first, int last, boolean negative) {

    /** One cell. */
    public static Term plus(String column, int row) {
      return new Term(column, row, row, false);
    }

    /** One cell, taken away. */
    public static Term minus(String column, int row) {
      return new Term(column, row, row, true);
    }
  }
}
