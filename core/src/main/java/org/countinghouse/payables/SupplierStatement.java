package org.countinghouse.payables;

import java.time.LocalDate;
import java.util.List;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's account with us over some time, as both sides can tick it off: by currency, since
 * amounts of different ones have no sum.
 *
 * @param from first day
 * @param to last day
 */
public record SupplierStatement(
    Supplier supplier, LocalDate from, LocalDate to, List<Account> accounts) {

  public SupplierStatement {
    accounts = List.copyOf(accounts);
  }

  /**
   * What moved in one currency. Above zero: we owe.
   *
   * @param opening owed before the first day
   * @param closing owed at the end of the last day: opening and all lines
   */
  public record Account(Money opening, List<Line> lines, Money closing) {

    public Account {
      lines = List.copyOf(lines);
    }
  }

  /** What a line is. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    /** A payment that was taken back or came back. */
    PAYMENT_REVERSED
  }

  /**
   * One movement, by posting date.
   *
   * @param number ours: of the document or of the settlement
   * @param reference the supplier's number of the document; of a payment what it was told as
   * @param dueOn of a document
   * @param amount above zero more is owed, below less
   * @param discount of a payment, what was kept for paying early; part of the amount
   * @param balance owed after it
   */
  public record Line(
      LocalDate day,
      Kind kind,
      String number,
      String reference,
      @Nullable LocalDate dueOn,
      Money amount,
      Money discount,
      Money balance) {}
}
