package org.countinghouse.bankfiles;

/** American banks' routing numbers. */
public final class RoutingNumbers {

  private static final int[] WEIGHTS = {3, 7, 1};

  private RoutingNumbers() {}

  /** Whether these are nine digits with the right check digit (American Bankers Association). */
  public static boolean isValid(String text) {
    if (!text.matches("[0-9]{9}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += (text.charAt(i) - '0') * WEIGHTS[i % WEIGHTS.length];
    }
    return sum % 10 == 0;
  }
}
