package org.countinghouse.payables;

/** Whether we deal with a supplier. */
public enum SupplierState {
  /** Named by a document or a person; nobody else has checked it. Nothing is paid. */
  CANDIDATE,
  /** Verified by a second person. */
  ACTIVE,
  /** Refused by the second person, or stopped later. */
  BLOCKED
}
