package org.countinghouse.reporting.statements;

/**
 * Accounts of a line: one code with everything below it, or all from one code to another.
 *
 * @param from first code
 * @param to last code; codes that begin with it are in
 * @param opposite whether the line takes away what another added
 */
record AccountRange(String from, String to, boolean opposite) {

  private static final String OPPOSITE = "~";

  /** Reads {@code 4000-4899}, {@code 4906} or {@code ~8000-8009}. */
  static AccountRange parse(String text) {
    boolean opposite = text.startsWith(OPPOSITE);
    String codes = opposite ? text.substring(OPPOSITE.length()) : text;
    int dash = codes.indexOf('-');
    return dash < 0
        ? new AccountRange(codes, codes, opposite)
        : new AccountRange(codes.substring(0, dash), codes.substring(dash + 1), opposite);
  }

  boolean contains(String account) {
    return account.compareTo(from) >= 0 && (account.compareTo(to) <= 0 || account.startsWith(to));
  }

  /** Whether it names one account, which then must exist. */
  boolean isSingle() {
    return from.equals(to);
  }
}
