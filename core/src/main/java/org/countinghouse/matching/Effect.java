package org.countinghouse.matching;

/** What a difference does to an invoice; the later one wins. */
public enum Effect {
  /** It is only kept, so that the next reader knows. */
  NOTE,
  /** The invoice waits and is matched again when something happens. */
  WAIT,
  /** Somebody has to decide. */
  HOLD
}
