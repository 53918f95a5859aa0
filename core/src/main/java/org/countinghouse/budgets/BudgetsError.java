package org.countinghouse.budgets;

import org.countinghouse.errors.ErrorCode;

/** Why a budget is refused. Ids are API: never reuse one. */
public enum BudgetsError implements ErrorCode {
  BUDGET_UNKNOWN("budgets.budget-unknown", 404, "There is no budget %s."),
  BUDGET_INVALID("budgets.budget-invalid", 422, "Budget %s: %s"),
  NOT_IN_FORCE(
      "budgets.not-in-force", 404, "No version of budget %s is in force for %s: activate one."),
  STATE("budgets.state", 409, "Version %s of budget %s is %s: only a draft can be changed."),
  MAKER_IS_CHECKER(
      "budgets.maker-is-checker", 403, "%s made this budget: somebody else must put it in force."),
  ACCOUNT_UNKNOWN("budgets.account-unknown", 422, "There is no account %s: correct or add it."),
  ACCOUNT_HEADING(
      "budgets.account-heading", 422, "Account %s is a heading: plan for an account below it."),
  COST_CENTRE_UNKNOWN(
      "budgets.cost-centre-unknown", 422, "There is no cost centre %s: correct or add it."),
  PERIOD_OUTSIDE("budgets.period-outside", 422, "%s is no month of fiscal year %s."),
  AMOUNT_INVALID("budgets.amount-invalid", 422, "%s has more decimals than %s has: round it."),
  LINE_TWICE(
      "budgets.line-twice", 422, "%s on %s in %s is planned twice: add the amounts together."),
  COLUMNS(
      "budgets.columns",
      422,
      "Name either the columns period and amount, or the column year, or months such as 2026-01."),
  IMPORT_REFUSED("budgets.import-refused", 422, "The file has %s faults; no version was made.");

  private final String id;
  private final int httpStatus;
  private final String text;

  BudgetsError(String id, int httpStatus, String text) {
    this.id = id;
    this.httpStatus = httpStatus;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String text() {
    return text;
  }
}
