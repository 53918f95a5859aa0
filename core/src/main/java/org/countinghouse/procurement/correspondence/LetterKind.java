package org.countinghouse.procurement.correspondence;

/** What a supplier is told about an order. */
public enum LetterKind {
  /** To deliver it. */
  ORDER,
  /** That a later version is in force. */
  CHANGE,
  /** Not to deliver it. */
  CANCELLATION
}
