package org.countinghouse.reporting.statements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements of a country, or of a group.
 *
 * @param name of the file: an ISO 3166 code in lower case, {@code group}
 * @param lines of all statements, in the order they are shown
 */
public record StatementDefinition(String name, List<StatementLine> lines) {

  /**
   * @throws IllegalArgumentException when a key is used twice in a statement or a sum names no line
   *     above it: a mistake in the file
   */
  public StatementDefinition {
    lines = List.copyOf(lines);
    for (Statement statement : Statement.values()) {
      requireSound(name, statement, lines);
    }
  }

  private static void requireSound(String name, Statement statement, List<StatementLine> lines) {
    Set<String> above = new HashSet<>();
    for (StatementLine line : lines) {
      if (line.statement() != statement) {
        continue;
      }
      boolean adds =
          switch (line.kind()) {
            case SUM, TOTAL, TIES -> true;
            default -> false;
          };
      if (adds && !above.containsAll(line.members())) {
        throw new IllegalArgumentException(name + " " + line.key() + " adds up unknown lines");
      }
      if (!above.add(line.key())) {
        throw new IllegalArgumentException(name + " has line " + line.key() + " twice");
      }
    }
  }

  /** The lines of one statement. */
  public List<StatementLine> lines(Statement statement) {
    return lines.stream().filter(line -> line.statement() == statement).toList();
  }

  /** Whether there is such a line that takes accounts. */
  public boolean hasLine(Statement statement, String key) {
    return lines(statement).stream()
        .anyMatch(line -> line.key().equals(key) && line.kind().takesAccounts());
  }
}
