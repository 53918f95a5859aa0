package org.countinghouse.reporting.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.countinghouse.money.Money;
import org.countinghouse.reporting.Reports;
import org.countinghouse.reporting.StatementFinding;
import org.countinghouse.reporting.spi.Label;
import org.countinghouse.reporting.spi.Link;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.Note;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.Row;
import org.countinghouse.reporting.spi.TableBuilder;
import org.countinghouse.reporting.statements.StatementAmounts.Account;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a statement into a table whose columns are {@code account}, {@code line} and
 * one money column per period: lines alone, or with the accounts of each above its sum. Sums are
 * formulas over the rows they name, and both sides of a balance sheet are compared.
 */
public final class StatementTable {

  /** How much is shown: parameter of the reports. */
  public static final String DETAIL = "detail";

  /** Values of {@link #DETAIL}: each line, or each account of each line. */
  public static final List<String> DETAILS = List.of("lines", "accounts");

  private final TableBuilder table;
  private final ReportRequest request;
  private final Messages messages;
  private final List<StatementAmounts> periods;
  private final Function<Account, @Nullable String> drillDown;
  private final boolean withAccounts;
  private final Map<String, Integer> rows = new HashMap<>();

  /**
   * Begins to write.
   *
   * @param periods one per money column, in their order
   * @param drillDown where an account leads, {@code null} nowhere
   */
  public StatementTable(
      TableBuilder table,
      ReportRequest request,
      List<StatementAmounts> periods,
      Function<Account, @Nullable String> drillDown) {
    this.table = table;
    this.request = request;
    this.messages = Messages.beside(Reports.class, request.locale());
    this.periods = List.copyOf(periods);
    this.drillDown = drillDown;
    this.withAccounts = request.choice(DETAIL, DETAILS).equals("accounts");
  }

  /** Writes all lines of the statement and gives the row of each by its key. */
  public Map<String, Integer> write(StatementDefinition definition, Statement statement) {
    @Nullable Integer unassigned = null;
    boolean totalled = false;
    for (StatementLine line : definition.lines(statement)) {
      if (line.kind() == StatementLine.Kind.TOTAL && !totalled) {
        unassigned = writeUnassigned();
      }
      switch (line.kind()) {
        case HEADING -> table.heading(line.level(), null, label(line));
        case SUM -> rows.put(line.key(), writeSum(Row.Kind.SUBTOTAL, line, null));
        case TOTAL -> {
          rows.put(line.key(), writeSum(Row.Kind.TOTAL, line, totalled ? null : unassigned));
          totalled = true;
        }
        case TIES -> compare(line);
        case CASH_CLOSING -> rows.put(line.key(), writeClosingCash(definition, line));
        default -> writeLine(line);
      }
    }
    return rows;
  }

  private Label label(StatementLine line) {
    return new Label(line.key(), line.label(request.locale()));
  }

  private void writeLine(StatementLine line) {
    List<Money> amounts = periods.stream().map(period -> period.amount(line)).toList();
    boolean byAccounts = line.kind() == StatementLine.Kind.LINE;
    boolean hasAccounts = byAccounts && !accounts(line.key()).isEmpty();
    boolean shownEmpty = !byAccounts && line.kind() != StatementLine.Kind.RESULT_PRIOR;
    if (!hasAccounts && !shownEmpty && amounts.stream().allMatch(Money::isZero)) {
      return;
    }
    if (!withAccounts || !hasAccounts) {
      rows.put(line.key(), table.detail(line.level(), cells(null, label(line), amounts)));
      return;
    }
    table.heading(line.level(), null, label(line));
    List<Integer> details = writeAccounts(line.key(), line.level() + 1);
    rows.put(line.key(), table.subtotal(line.level(), details, null, label(line)));
  }

  private List<Integer> writeAccounts(String line, int level) {
    List<Integer> details = new ArrayList<>();
    for (Account account : accounts(line)) {
      List<Money> amounts =
          periods.stream()
              .map(
                  period ->
                      period
                          .accounts(line)
                          .getOrDefault(account, Money.zero(request.scope().currency())))
              .toList();
      details.add(table.detail(level, cells(code(account), account.name(), amounts)));
    }
    return details;
  }

  private Object code(Account account) {
    boolean group = request.scope() instanceof ReportScope.OfGroup;
    String code = group ? account.member() + " " + account.code() : account.code();
    String href = drillDown.apply(account);
    return href == null ? code : new Link(code, href);
  }

  private SortedSet<Account> accounts(String line) {
    SortedSet<Account> accounts = new TreeSet<>();
    periods.forEach(period -> accounts.addAll(period.accounts(line).keySet()));
    return accounts;
  }

  private @Nullable Integer writeUnassigned() {
    if (accounts(StatementMapping.UNASSIGNED).isEmpty()) {
      return null;
    }
    Label label = Label.of("unassigned", messages);
    table.heading(0, null, label);
    List<Integer> details = writeAccounts(StatementMapping.UNASSIGNED, 1);
    return table.subtotal(0, details, null, label);
  }

  private int writeSum(Row.Kind kind, StatementLine line, @Nullable Integer unassigned) {
    List<Integer> added = new ArrayList<>(shown(line.members()));
    if (unassigned != null) {
      added.add(unassigned);
    }
    return table.addSum(kind, line.level(), added, List.of(), null, label(line));
  }

  private List<Integer> shown(List<String> members) {
    return members.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  /** Both sides of a balance sheet; a difference is told, not hidden. */
  private void compare(StatementLine line) {
    List<Integer> sides = shown(line.members());
    for (int i = 0; i < periods.size(); i++) {
      String column = column(i);
      Money difference =
          table.amount(sides.get(0), column).minus(table.amount(sides.get(1), column));
      tell(line, difference);
    }
  }

  /** What was there, and what came in: it must be what is there. */
  private int writeClosingCash(StatementDefinition definition, StatementLine line) {
    int opening = rows.getOrDefault("cash-opening", -1);
    int change =
        definition.lines(line.statement()).stream()
            .filter(other -> other.kind() == StatementLine.Kind.TOTAL)
            .map(other -> rows.get(other.key()))
            .findFirst()
            .orElseThrow();
    int row =
        table.addSum(
            Row.Kind.TOTAL,
            line.level(),
            opening < 0 ? List.of(change) : List.of(opening, change),
            List.of(),
            null,
            label(line));
    for (int i = 0; i < periods.size(); i++) {
      tell(line, table.amount(row, column(i)).minus(periods.get(i).amount(line)));
    }
    return row;
  }

  private void tell(StatementLine line, Money difference) {
    String label = line.label(request.locale());
    if (difference.isZero()) {
      table.note(Note.information("ties", messages.text("ties").formatted(label)));
    } else {
      String text = messages.text("doesNotTie").formatted(label, difference);
      table.note(Note.finding("does-not-tie", text));
    }
  }

  /** Tells which accounts do not stand on exactly one line. */
  public void tell(List<StatementFinding> findings, Statement statement) {
    for (StatementFinding finding : findings) {
      if (finding.isSevere() && finding.statement().equals(statement.text())) {
        String text =
            messages
                .text("mapping." + finding.kind())
                .formatted(finding.account(), finding.name(), String.join(", ", finding.lines()));
        String code = "account-" + finding.kind().name().toLowerCase(Locale.ROOT);
        table.note(Note.finding(code, text));
      }
    }
  }

  private static @Nullable Object[] cells(
      @Nullable Object account, Object name, List<Money> amounts) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(account);
    cells.add(name);
    cells.addAll(amounts);
    return cells.toArray();
  }

  /** Key of the money column of a period. */
  public static String column(int period) {
    return period == 0 ? "amount" : period == 1 ? "previous" : "amount" + period;
  }
}
