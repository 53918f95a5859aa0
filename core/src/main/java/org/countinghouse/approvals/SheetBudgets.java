package org.countinghouse.approvals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.approvals.spi.ApprovalSheet.BudgetFigure;
import org.countinghouse.budgets.Budgets;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What budgets have left, as an approver sees it: for subjects that spend on accounts. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class SheetBudgets {

  private final Budgets budgets;
  private final ChartOfAccounts chart;
  private final Organizations organizations;

  SheetBudgets(Budgets budgets, ChartOfAccounts chart, Organizations organizations) {
    this.budgets = budgets;
    this.chart = chart;
    this.organizations = organizations;
  }

  /**
   * Something spent.
   *
   * @param amount in the organization's base currency, without tax that is got back; negative for
   *     what comes back
   * @param ordered whether an order committed it before, so that it is not asked for anew
   */
  public record Spending(
      String account, @Nullable String costCentre, Money amount, boolean ordered) {}

  private record Pocket(String account, @Nullable String costCentre) {}

  /**
   * The budgets of the fiscal year this day lies in, one figure per account and cost centre: of the
   * cost centre where that is planned for, else of the account as a whole. Empty where no budget is
   * in force; accounts that are no expense are left out.
   */
  public List<BudgetFigure> of(UUID organizationId, LocalDate on, List<Spending> spendings) {
    Organization organization = organizations.byId(organizationId);
    int year = fiscalYear(organization, on);
    Map<Pocket, Money> asked = new LinkedHashMap<>();
    Map<Pocket, Money> ordered = new LinkedHashMap<>();
    Money none = Money.zero(organization.baseCurrency());
    for (Spending spending : spendings) {
      var pocket = new Pocket(spending.account(), spending.costCentre());
      asked.merge(pocket, spending.amount(), Money::plus);
      ordered.merge(pocket, spending.ordered() ? spending.amount() : none, Money::plus);
    }
    Map<String, Account> accounts =
        chart.findAll(organizationId, asked.keySet().stream().map(Pocket::account).toList());
    return asked.entrySet().stream()
        .filter(entry -> isExpense(accounts.get(entry.getKey().account())))
        .flatMap(
            entry ->
                figure(
                    organizationId,
                    year,
                    entry.getKey(),
                    accounts,
                    entry.getValue(),
                    ordered.getOrDefault(entry.getKey(), none))
                    .stream())
        .sorted(
            Comparator.comparing((BudgetFigure figure) -> figure.left().amount())
                .thenComparing(figure -> String.valueOf(figure.account())))
        .toList();
  }

  private Optional<BudgetFigure> figure(
      UUID organizationId,
      int year,
      Pocket pocket,
      Map<String, Account> accounts,
      Money asked,
      Money ordered) {
    Account account = accounts.get(pocket.account());
    if (account == null) {
      return Optional.empty();
    }
    try {
      String costCentre = pocket.costCentre();
      Budgets.Room room = room(organizationId, year, pocket.account(), costCentre);
      if (costCentre != null && room.planned().isZero()) {
        Budgets.Room whole = room(organizationId, year, pocket.account(), null);
        if (!whole.planned().isZero()) {
          costCentre = null;
          room = whole;
        }
      }
      Money committed = room.committed().minus(ordered);
      return Optional.of(
          new BudgetFigure(
              year,
              pocket.account(),
              account.name(),
              costCentre,
              null,
              room.planned(),
              room.actual(),
              committed.isNegative() ? Money.zero(committed.currency()) : committed,
              asked));
    } catch (BusinessException noBudgetInForce) {
      return Optional.empty();
    }
  }

  private Budgets.Room room(
      UUID organizationId, int year, String account, @Nullable String costCentre) {
    return budgets.room(organizationId, Budgets.DEFAULT_CODE, year, account, costCentre);
  }

  private static boolean isExpense(@Nullable Account account) {
    return account != null && account.type() == AccountType.EXPENSE;
  }

  /** Named by the calendar year in which it ends. */
  private static int fiscalYear(Organization organization, LocalDate on) {
    int start = organization.fiscalYearStart().getMonthValue();
    return start > 1 && on.getMonthValue() >= start ? on.getYear() + 1 : on.getYear();
  }
}
