package org.countinghouse.procurement;

/** What people must say when they change, end or refuse something. */
final class Reasons {

  private static final int LENGTH_MIN = 3;
  private static final int LENGTH_MAX = 2000;

  private Reasons() {}

  /**
   * The reason without space around.
   *
   * @throws org.countinghouse.errors.BusinessException {@code procurement.reason}
   */
  static String require(String reason) {
    String text = reason.strip();
    if (text.length() < LENGTH_MIN || text.length() > LENGTH_MAX) {
      throw ProcurementError.REASON.with();
    }
    return text;
  }
}
