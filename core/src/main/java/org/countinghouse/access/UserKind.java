package org.countinghouse.access;

/** How a user gets in. */
public enum UserKind {
  /** Logs in on the page, with a password. */
  PERSON,
  /**
   * Fetches tokens with a client secret; never logs in on the page, never stands in for anybody.
   */
  MACHINE
}
