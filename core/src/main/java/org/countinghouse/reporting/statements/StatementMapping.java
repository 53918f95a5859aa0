package org.countinghouse.reporting.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.reporting.StatementFinding;

/**
 * Which account of one organization stands on which line: what the definition says, unless somebody
 * assigned the account to another line. Every account belongs on exactly one line; what does not is
 * a finding, and its amount is shown on a line of its own, so that nothing disappears.
 */
public final class StatementMapping {

  /** The line of accounts that no line takes. */
  public static final String UNASSIGNED = "unassigned";

  private final StatementDefinition definition;
  private final Map<String, Entry> accounts = new HashMap<>();
  private final Map<String, Map<Statement, String>> assigned;

  /**
   * An account of the chart.
   *
   * @param code of the account
   * @param name people know it by
   */
  public record Entry(String code, String name, AccountType type, boolean postable) {}

  /**
   * A line an account stands on.
   *
   * @param key of the line, {@link #UNASSIGNED} if there is none
   * @param opposite whether its amount counts the other way round
   */
  public record Place(String key, boolean opposite) {}

  /**
   * The mapping of a chart.
   *
   * @param assigned by account and statement, the line it was put on
   */
  public StatementMapping(
      StatementDefinition definition,
      List<Entry> chart,
      Map<String, Map<Statement, String>> assigned) {
    this.definition = definition;
    this.assigned = assigned;
    chart.forEach(entry -> accounts.put(entry.code(), entry));
  }

  /** The statements it is about. */
  public StatementDefinition definition() {
    return definition;
  }

  /**
   * The lines of a statement the account stands on. One, or none where the account does not belong
   * into the statement; in a cash flow statement an expense may be added in one and taken away in
   * another.
   */
  public List<Place> places(Statement statement, String account, AccountType type) {
    String chosen = assigned.getOrDefault(account, Map.of()).get(statement);
    if (chosen != null && definition.hasLine(statement, chosen)) {
      return List.of(new Place(chosen, false));
    }
    List<Place> places = matches(statement, account, type);
    if (!statement.needs(type)) {
      return places;
    }
    return List.of(places.isEmpty() ? new Place(UNASSIGNED, false) : places.get(0));
  }

  /** The group's line for an account of this organization. */
  public String groupLine(Statement statement, String account, AccountType type) {
    String key = places(statement, account, type).get(0).key();
    return definition.lines(statement).stream()
        .filter(line -> line.key().equals(key))
        .map(StatementLine::group)
        .filter(group -> group != null)
        .findFirst()
        .orElse(UNASSIGNED);
  }

  private List<Place> matches(Statement statement, String account, AccountType type) {
    if (!statement.takes(type)) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    for (StatementLine line : definition.lines(statement)) {
      if (line.kind().takesAccounts()) {
        for (AccountRange range : line.ranges()) {
          if (range.contains(account)) {
            places.add(new Place(line.key(), range.opposite()));
          }
        }
      }
    }
    return places;
  }

  /** Everything that keeps an account from standing on exactly one line of each statement. */
  public List<StatementFinding> findings() {
    List<StatementFinding> findings = new ArrayList<>();
    accounts.values().stream()
        .filter(Entry::postable)
        .sorted((a, b) -> a.code().compareTo(b.code()))
        .forEach(
            entry -> {
              for (Statement statement : Statement.values()) {
                check(statement, entry, findings);
              }
            });
    for (StatementLine line : definition.lines()) {
      line.ranges().stream()
          .filter(
              range -> range.isSingle() && accounts.keySet().stream().noneMatch(range::contains))
          .forEach(range -> findings.add(unknown(line, range.from())));
    }
    return findings;
  }

  private void check(Statement statement, Entry entry, List<StatementFinding> findings) {
    List<Place> matches = matches(statement, entry.code(), entry.type());
    String chosen = assigned.getOrDefault(entry.code(), Map.of()).get(statement);
    if (chosen != null && definition.hasLine(statement, chosen)) {
      return;
    }
    List<String> lines = matches.stream().map(Place::key).toList();
    if (statement.needs(entry.type()) && matches.isEmpty()) {
      findings.add(finding(StatementFinding.Kind.MISSING, statement, entry, lines));
    } else if (statement.needs(entry.type()) ? matches.size() > 1 : !cancelsOut(matches)) {
      findings.add(finding(StatementFinding.Kind.DOUBLE, statement, entry, lines));
    }
  }

  /** An expense that moved no cash is added on one line and taken away on another, or on none. */
  private static boolean cancelsOut(List<Place> places) {
    long opposite = places.stream().filter(Place::opposite).count();
    return places.size() == 2 * opposite && opposite <= 1;
  }

  private static StatementFinding finding(
      StatementFinding.Kind kind, Statement statement, Entry entry, List<String> lines) {
    return new StatementFinding(kind, statement.text(), entry.code(), entry.name(), lines);
  }

  private static StatementFinding unknown(StatementLine line, String account) {
    return new StatementFinding(
        StatementFinding.Kind.UNKNOWN, line.statement().text(), account, "", List.of(line.key()));
  }
}
