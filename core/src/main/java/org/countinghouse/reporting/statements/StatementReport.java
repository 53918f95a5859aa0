package org.countinghouse.reporting.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.Statements;
import org.countinghouse.reporting.figures.Figures;
import org.countinghouse.reporting.spi.Column;
import org.countinghouse.reporting.spi.Messages;
import org.countinghouse.reporting.spi.ReportRequest;
import org.countinghouse.reporting.spi.ReportScope;
import org.countinghouse.reporting.spi.TableBuilder;
import org.springframework.stereotype.Component;

/** What the reports of statements have in common: definition, mappings, columns, findings. */
@Component
public class StatementReport {

  private final Statements statements;
  private final StatementDefinitions definitions;
  private final Figures figures;

  StatementReport(Statements statements, StatementDefinitions definitions, Figures figures) {
    this.statements = statements;
    this.definitions = definitions;
    this.figures = figures;
  }

  /** Where amounts come from. */
  public Figures figures() {
    return figures;
  }

  /** The definition the scope's statements follow. */
  public StatementDefinition definition(ReportScope scope) {
    return scope instanceof ReportScope.OfGroup
        ? definitions.named(StatementDefinitions.GROUP)
        : definitions.ofCountry(scope.members().get(0).country());
  }

  /** The mapping of each member, read once. */
  public Function<Organization, StatementMapping> mappings(ReportScope scope) {
    Map<String, StatementMapping> mappings = new HashMap<>();
    scope.members().forEach(member -> mappings.put(member.code(), statements.mapping(member)));
    return member -> mappings.computeIfAbsent(member.code(), code -> statements.mapping(member));
  }

  /** Begins the table: account, line, an amount per period, and what changed if there are two. */
  public TableBuilder begin(
      String report, ReportRequest request, Messages messages, List<String> periods) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("account", messages));
    columns.add(Column.text("line", messages));
    columns.add(Column.money("amount", messages).headed(periods.get(0)));
    if (periods.size() > 1) {
      columns.add(Column.money("previous", messages).headed(periods.get(1)));
      columns.add(Column.money("change", messages));
      columns.add(Column.percent("changePercent", messages));
    }
    TableBuilder table = new TableBuilder(report, messages.text("title"), request, columns);
    if (periods.size() > 1) {
      table.difference("change", "amount", "previous");
      table.ratio("changePercent", "change", "previous");
    }
    return table;
  }

  /** Tells of every member which accounts do not stand on exactly one line. */
  public void tellFindings(
      StatementTable table,
      ReportScope scope,
      Function<Organization, StatementMapping> mappings,
      Statement statement) {
    scope.members().forEach(member -> table.tell(mappings.apply(member).findings(), statement));
  }

  /** The general ledger of an account, where its amounts come from. */
  public static String ledgerOf(StatementAmounts.Account account, Object from, Object to) {
    return "/api/reporting/reports/general-ledger?organization="
        + account.member()
        + "&account="
        + account.code()
        + "&from="
        + from
        + "&to="
        + to
        + "&format=xlsx";
  }
}
