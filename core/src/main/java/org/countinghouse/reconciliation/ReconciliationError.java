package org.countinghouse.reconciliation;

import org.countinghouse.errors.ErrorCode;

/** Why an explanation or a rule is refused. Ids are API: never reuse one. */
public enum ReconciliationError implements ErrorCode {
  ENTRY_UNKNOWN("reconciliation.entry-unknown", 404, "There is no bank entry %s."),
  ENTRY_EXPLAINED(
      "reconciliation.entry-explained", 409, "Entry of %s over %s is explained: reload the page."),
  ENTRY_OPEN(
      "reconciliation.entry-open",
      409,
      "Nothing explains the entry of %s over %s: reload the page."),
  PARTS_SUM(
      "reconciliation.parts-sum",
      422,
      "The parts sum to %s, %s is to be explained: give each part its amount, out below zero."),
  PART_INVALID(
      "reconciliation.part-invalid",
      422,
      "Part %s needs exactly one of payment, invoice and account, and an amount that is not zero."),
  PAYMENT_DIFFERS(
      "reconciliation.payment-differs",
      422,
      "Payment %s is over %s and %s: a part for it has that amount, and it is still outstanding."),
  ITEM_DIFFERS(
      "reconciliation.item-differs",
      422,
      "Of invoice %s %s is open: a part takes at most that, in its currency."),
  ACCOUNT_UNUSABLE(
      "reconciliation.account-unusable",
      422,
      "Account %s takes no such posting: choose one that is active and no control account."),
  COST_CENTRE_MISSING(
      "reconciliation.cost-centre-missing", 422, "Account %s needs a cost centre: add it."),
  STILL_OPEN(
      "reconciliation.still-open",
      409,
      "On %s %s entries are not explained and %s statements are held: settle them first."),
  REASON_MISSING("reconciliation.reason-missing", 422, "To take an explanation back say why."),
  RULE_UNKNOWN("reconciliation.rule-unknown", 404, "There is no rule %s."),
  RULE_INVALID(
      "reconciliation.rule-invalid",
      422,
      "Rule %s needs a name, a rank from 1 to 9999 and a text or counterparty it is used for."),
  RULE_PATTERN("reconciliation.rule-pattern", 422, "%s is no regular expression: %s. Correct it."),
  RULE_TAKEN("reconciliation.rule-taken", 409, "There is a rule %s already: choose another name."),
  RETURN_FAILED(
      "reconciliation.return-refused",
      409,
      "Payment %s cannot come back: it is %s. Book the entry to an account instead.");

  private final String id;
  private final int httpStatus;
  private final String text;

  ReconciliationError(String id, int httpStatus, String text) {
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
