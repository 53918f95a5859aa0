package org.countinghouse.payables;

/** Where a claim stands: received → coded → posted, or rejected; or held as a duplicate. */
public enum InvoiceState {
  RECEIVED,
  CODED,
  POSTED,
  REJECTED,
  DUPLICATE;

  /** Whether somebody still has to do something. */
  public boolean isOpen() {
    return this == RECEIVED || this == CODED;
  }
}
