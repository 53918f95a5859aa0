package org.countinghouse.reporting;

import java.util.List;

/**
 * An account that does not stand on exactly one line of a statement.
 *
 * @param statement {@code profit-and-loss}, {@code balance-sheet}, {@code cash-flow}
 * @param account its code
 * @param name of the account; empty when there is no such account
 * @param lines that name it
 */
public record StatementFinding(
    Kind kind, String statement, String account, String name, List<String> lines) {

  /** What is wrong. */
  public enum Kind {
    /** No line takes the account. */
    MISSING,
    /** More than one line takes it. */
    DOUBLE,
    /** A line names an account that the chart does not have. */
    UNKNOWN
  }

  public StatementFinding {
    lines = List.copyOf(lines);
  }

  /** Whether figures are wrong because of it; an account nobody has moves nothing. */
  public boolean isSevere() {
    return kind != Kind.UNKNOWN;
  }

  /** What is the matter and what to do, in English. */
  public String text() {
    return switch (kind) {
      case MISSING ->
          "Account %s %s stands on no line of the %s: assign it to one."
              .formatted(account, name, statement);
      case DOUBLE ->
          "Account %s %s stands on lines %s of the %s: assign it to one."
              .formatted(account, name, String.join(", ", lines), statement);
      case UNKNOWN ->
          "Line %s of the %s names account %s, which the chart of accounts does not have."
              .formatted(String.join(", ", lines), statement, account);
    };
  }
}
