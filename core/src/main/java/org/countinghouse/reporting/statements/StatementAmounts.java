package org.countinghouse.reporting.statements;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.spi.GroupBooks.Figure;
import org.countinghouse.reporting.spi.ReportScope;

/** The amounts of one column of a statement: by line, and there by account, in the line's sign. */
public final class StatementAmounts {

  private final ReportScope scope;
  private final Statement statement;
  private final Map<String, Boolean> creditLines = new HashMap<>();
  private final Map<String, SortedMap<Account, Money>> lines = new HashMap<>();
  private final Map<StatementLine.Kind, Money> results = new HashMap<>();

  /**
   * An account as its reader tells it from others.
   *
   * @param member code of the organization whose chart it is in
   */
  public record Account(String member, String code, String name) implements Comparable<Account> {

    @Override
    public int compareTo(Account other) {
      int byMember = member.compareTo(other.member);
      return byMember != 0 ? byMember : code.compareTo(other.code);
    }
  }

  /** Amounts for the lines of this definition's statement; none so far. */
  public StatementAmounts(ReportScope scope, StatementDefinition definition, Statement statement) {
    this.scope = scope;
    this.statement = statement;
    definition.lines(statement).forEach(line -> creditLines.put(line.key(), line.credit()));
    // what no line takes stands before the first total: profit, or assets
    creditLines.put(StatementMapping.UNASSIGNED, statement != Statement.BALANCE_SHEET);
  }

  /** Puts each figure on its line. */
  public StatementAmounts add(
      List<Figure> figures, Function<Organization, StatementMapping> mappings) {
    for (Figure figure : figures) {
      if (figure.amount().isZero()) {
        continue;
      }
      StatementMapping mapping = mappings.apply(figure.member());
      if (scope instanceof ReportScope.OfGroup) {
        if (statement.needs(figure.type())) {
          put(mapping.groupLine(statement, figure.account(), figure.type()), figure, false);
        }
      } else {
        for (StatementMapping.Place place :
            mapping.places(statement, figure.account(), figure.type())) {
          put(place.key(), figure, place.opposite());
        }
      }
    }
    return this;
  }

  private void put(String line, Figure figure, boolean opposite) {
    boolean result = figure.type() == AccountType.INCOME || figure.type() == AccountType.EXPENSE;
    // what moved no cash is taken back out of the profit it is in
    boolean takenBack = statement == Statement.CASH_FLOW && result;
    boolean negated = creditLines.getOrDefault(line, true) ^ opposite ^ takenBack;
    Money amount = negated ? figure.amount().negated() : figure.amount();
    lines
        .computeIfAbsent(line, key -> new TreeMap<>())
        .merge(
            new Account(figure.member().code(), figure.account(), figure.name()),
            amount,
            Money::plus);
  }

  /** Sets the amount of the lines of this kind, which follows from no account of the statement. */
  public StatementAmounts result(StatementLine.Kind kind, Money amount) {
    results.put(kind, amount);
    return this;
  }

  /** The accounts of a line and what each adds to it. */
  public SortedMap<Account, Money> accounts(String line) {
    return lines.getOrDefault(line, Collections.emptySortedMap());
  }

  /** The amount of a line that is no sum of other lines. */
  public Money amount(StatementLine line) {
    Money result = results.get(line.kind());
    return result != null ? result : amount(line.key());
  }

  /** The sum of the accounts of this line. */
  public Money amount(String line) {
    return accounts(line).values().stream().reduce(Money.zero(scope.currency()), Money::plus);
  }
}
