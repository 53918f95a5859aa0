package org.countinghouse.journals;

/**
 * Draft → submitted → posted, or scheduled where it recurs; returned to its maker by a rejection
 * and submitted again; a draft or a returned one may be withdrawn.
 */
public enum ManualJournalState {
  DRAFT,
  SUBMITTED,
  RETURNED,
  POSTED,
  SCHEDULED,
  WITHDRAWN;

  /** Whether its maker may still change it. */
  public boolean isOpen() {
    return this == DRAFT || this == SUBMITTED || this == RETURNED;
  }
}
