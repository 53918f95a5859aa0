package org.countinghouse.close;

/** Reasons people give. */
final class Reasons {

  private static final int LENGTH_MIN = 10;
  static final int LENGTH_MAX = 2000;

  private Reasons() {}

  /** Refuses what is too short to be a reason. */
  static void require(String reason) {
    if (reason.strip().length() < LENGTH_MIN || reason.length() > LENGTH_MAX) {
      throw CloseError.REASON_MISSING.with(LENGTH_MIN, LENGTH_MAX);
    }
  }
}
