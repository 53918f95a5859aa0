package org.countinghouse.matching;

/** Where the matching of an invoice stands. */
public enum MatchState {
  /** It is what was ordered and received; nobody has to look at it. */
  MATCHED,
  /** Something has to happen first: goods, an order, a decided account. */
  WAITING,
  /** Somebody has to decide. */
  HELD,
  /** Somebody decided; it may be approved. */
  ACCEPTED,
  /** It is an invoice without order. */
  UNORDERED,
  /** In the books; its records stand. */
  POSTED
}
