package org.countinghouse.routes.budgets.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.budgets.Budget;
import org.countinghouse.budgets.BudgetImport;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.budgets.BudgetsError;
import org.countinghouse.budgets.NewBudget;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Outcome;
import org.countinghouse.exchange.Reading;
import org.countinghouse.exchange.spi.DocumentHandler;
import org.countinghouse.exchange.spi.IncomingDocument;
import org.countinghouse.routes.tables.TableDocuments;
import org.springframework.stereotype.Component;

/**
 * Makes the next version of a budget from a file, as a draft. Which one, its name says: {@code
 * BUDGET-2026.xlsx}, {@code FORECAST-2026 second quarter.csv}.
 */
@Component
class BudgetTableHandler implements DocumentHandler<NewBudget> {

  private static final Pattern NAME =
      Pattern.compile("([A-Z0-9][A-Z0-9-]{0,19}?)[-_ ](2\\d{3})([^0-9].*)?\\.(csv|xlsx)");

  private final BudgetImport imports;
  private final Budgets budgets;

  BudgetTableHandler(BudgetImport imports, Budgets budgets) {
    this.imports = imports;
    this.budgets = budgets;
  }

  @Override
  public String channel() {
    return "budgets";
  }

  @Override
  public boolean recognizes(IncomingDocument document) {
    return TableDocuments.looksLikeTable(document);
  }

  @Override
  public Reading<NewBudget> read(IncomingDocument document) {
    Matcher name = NAME.matcher(document.name());
    if (!name.matches()) {
      return Reading.refused(
          BudgetsError.BUDGET_INVALID.at(
              "", document.name(), "name the file by plan and fiscal year: BUDGET-2026.xlsx."));
    }
    int year = Integer.parseInt(name.group(2));
    return TableDocuments.read(
        () -> {
          var lines = imports.read(document.organizationId(), year, document.bytes());
          return Reading.of(
              new NewBudget(name.group(1), year, document.name(), document.name(), lines),
              "Budget " + name.group(1) + " " + year + ", " + lines.size() + " lines",
              List.of());
        });
  }

  @Override
  public Outcome apply(IncomingDocument document, NewBudget wanted) {
    Budget draft = budgets.draft(document.organizationId(), wanted, Actor.system("inbox"));
    String label = draft.code() + " " + draft.fiscalYear() + " version " + draft.version();
    return Outcome.accepted(new Link("budgets.budget", draft.id(), label));
  }
}
