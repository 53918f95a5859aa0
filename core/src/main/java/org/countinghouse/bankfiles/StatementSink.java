package org.countinghouse.bankfiles;

/**
 * Takes the statements of a file as they are read: for each one {@code begin}, its entries in the
 * file's order, {@code end}. Nothing of it is kept by the reader.
 */
public interface StatementSink {

  /** A statement begins. Its currency may still be unknown; {@link #end} has it. */
  default void begin(StatementHeader header) {}

  /** The next entry of the statement that began last, booked or not. */
  void entry(BankEntry entry);

  /** The statement is read: balances, totals and findings. */
  void end(BankStatement statement);
}
