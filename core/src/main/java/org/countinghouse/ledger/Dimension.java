package org.countinghouse.ledger;

/** What lines are told apart by besides their account. */
public enum Dimension {
  COST_CENTRE,
  PROJECT
}
