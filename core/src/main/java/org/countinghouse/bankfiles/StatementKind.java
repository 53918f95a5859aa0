package org.countinghouse.bankfiles;

/** What a statement is for: only one of them is booked by. */
public enum StatementKind {
  /** The bank's account of a closed time, with balances: camt.053, MT940. This one is booked. */
  STATEMENT,
  /** A look into a day that is not over: camt.052, MT942. Its entries come again. */
  INTRADAY,
  /** Single bookings or their details, without balances: camt.054. They come again too. */
  NOTIFICATION
}
