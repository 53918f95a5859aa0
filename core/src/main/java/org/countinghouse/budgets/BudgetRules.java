package org.countinghouse.budgets;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countinghouse.errors.Finding;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.CostCentre;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Component;

/** What a line of a budget must keep. */
@Component
class BudgetRules {

  private static final int MONTHS = 12;

  private final ChartOfAccounts chart;
  private final Organizations organizations;

  BudgetRules(ChartOfAccounts chart, Organizations organizations) {
    this.chart = chart;
    this.organizations = organizations;
  }

  /** What lines are checked against, read once. The fiscal year need not be open yet. */
  Facts facts(UUID organizationId, int fiscalYear) {
    Organization organization = organizations.byId(organizationId);
    int start = organization.fiscalYearStart().getMonthValue();
    YearMonth first = YearMonth.of(start == 1 ? fiscalYear : fiscalYear - 1, start);
    return new Facts(
        organization,
        fiscalYear,
        IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList(),
        chart.accounts(organizationId).stream()
            .collect(Collectors.toMap(Account::code, Function.identity())),
        organizations.costCentres(organizationId).stream()
            .map(CostCentre::code)
            .collect(Collectors.toSet()),
        new HashSet<>());
  }

  /**
   * The facts of one fiscal year.
   *
   * @param months its twelve
   * @param seen what was planned so far, to find what is planned twice
   */
  record Facts(
      Organization organization,
      int fiscalYear,
      List<YearMonth> months,
      Map<String, Account> accounts,
      Set<String> costCentres,
      Set<String> seen) {

    /** Notes what is wrong with a line. */
    void check(BudgetLine line, String place, List<Finding> findings) {
      Account account = accounts.get(line.account());
      if (account == null) {
        findings.add(BudgetsError.ACCOUNT_UNKNOWN.at(place, line.account()));
      } else if (!account.postable()) {
        findings.add(BudgetsError.ACCOUNT_HEADING.at(place, line.account()));
      }
      String where = line.costCentre();
      if (where != null && !costCentres.contains(where)) {
        findings.add(BudgetsError.COST_CENTRE_UNKNOWN.at(place, where));
      }
      if (!months.contains(line.period())) {
        findings.add(BudgetsError.PERIOD_OUTSIDE.at(place, line.period(), fiscalYear));
      }
      if (!line.amount().currency().equals(organization.baseCurrency())) {
        findings.add(
            BudgetsError.BUDGET_INVALID.at(
                place, line.account(), "plan in " + organization.baseCurrency() + "."));
      }
      String key = line.account() + "|" + where + "|" + line.period();
      if (!seen.add(key)) {
        findings.add(
            BudgetsError.LINE_TWICE.at(
                place,
                line.account(),
                Objects.requireNonNullElse(where, "no cost centre"),
                line.period()));
      }
    }
  }
}
