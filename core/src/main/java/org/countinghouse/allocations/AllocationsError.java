package org.countinghouse.allocations;

import org.countinghouse.errors.ErrorCode;

/** Why costs are not allocated. Ids are API: never reuse one. */
public enum AllocationsError implements ErrorCode {
  RULE_UNKNOWN("allocations.rule-unknown", 404, "There is no allocation rule %s."),
  RULE_TAKEN("allocations.rule-taken", 409, "An allocation rule %s exists already."),
  RULE_INVALID("allocations.rule-invalid", 422, "Allocation rule %s: %s"),
  CIRCULAR(
      "allocations.circular",
      422,
      "Rule %s would carry costs back to %s, which rule %s of an earlier or the same step empties:"
          + " change the order or leave it out."),
  ACCOUNTS_INVALID(
      "allocations.accounts-invalid",
      422,
      "%s are no accounts: write codes and ranges as 6100-6299,6805."),
  STATISTIC_UNKNOWN(
      "allocations.statistic-unknown", 422, "There is no statistic %s: add it first."),
  STATISTIC_TAKEN("allocations.statistic-taken", 409, "A statistic %s exists already."),
  STATISTIC_INVALID("allocations.statistic-invalid", 422, "Statistic %s: %s"),
  COST_CENTRE_UNKNOWN(
      "allocations.cost-centre-unknown", 422, "There is no cost centre %s: correct or add it."),
  DRIVER_EMPTY("allocations.driver-empty", 409, "Rule %s has nothing to allocate by in %s: %s."),
  NOTHING_POSTED("allocations.nothing-posted", 409, "Rule %s has nothing posted for %s."),
  DUE("allocations.due", 409, "Rule %s has %s to post for %s: run ledger.allocate-costs again."),
  IMPORT_REFUSED("allocations.import-refused", 422, "The file has %s faults; nothing was taken.");

  private final String id;
  private final int httpStatus;
  private final String text;

  AllocationsError(String id, int httpStatus, String text) {
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
