package org.countinghouse.ledger;

import java.util.Arrays;
import java.util.Set;

/**
 * What the product itself needs an account for, so that no code and no setting names account
 * numbers. Each organization gives a purpose to one account at most; country charts come with all
 * of them.
 */
public enum AccountPurpose {
  /** Takes the result of a year when it is carried forward. */
  RETAINED_EARNINGS(AccountType.EQUITY),
  /** Takes what converting currencies leaves over, at most one minor unit per line. */
  ROUNDING(AccountType.INCOME, AccountType.EXPENSE),
  /** Settled for more in base currency than it was booked at. */
  REALIZED_EXCHANGE_GAIN(AccountType.INCOME, AccountType.EXPENSE),
  /** Settled for less in base currency than it was booked at. */
  REALIZED_EXCHANGE_LOSS(AccountType.INCOME, AccountType.EXPENSE),
  /** Open balances in foreign currency worth more at the period's end. */
  UNREALIZED_EXCHANGE_GAIN(AccountType.INCOME, AccountType.EXPENSE),
  /** Open balances in foreign currency worth less at the period's end. */
  UNREALIZED_EXCHANGE_LOSS(AccountType.INCOME, AccountType.EXPENSE),
  /** The balance sheet side of a valuation, so that control accounts keep tying to their items. */
  EXCHANGE_VALUATION(AccountType.ASSET, AccountType.LIABILITY),
  /** What translating a member of a group leaves over in equity. */
  TRANSLATION_RESERVE(AccountType.EQUITY),
  /** Received but not invoiced. */
  ACCRUED_EXPENSES(AccountType.LIABILITY),
  /** Paid for but not used up. */
  PREPAID_EXPENSES(AccountType.ASSET),
  /** Depreciation of fixed assets, where their category names no other account. */
  DEPRECIATION_EXPENSE(AccountType.EXPENSE),
  /** A fixed asset sold for more than its book value. */
  DISPOSAL_GAIN(AccountType.INCOME, AccountType.EXPENSE),
  /** A fixed asset given up for less than its book value. */
  DISPOSAL_LOSS(AccountType.INCOME, AccountType.EXPENSE),
  /** The bank account payments go through, where nothing names another. */
  BANK(AccountType.ASSET),
  /** Paid out by us, not on a bank's statement yet. */
  PAYMENTS_IN_TRANSIT(AccountType.ASSET, AccountType.LIABILITY),
  /** What suppliers let us keep for paying early. */
  DISCOUNTS_TAKEN(AccountType.INCOME, AccountType.EXPENSE),
  /** What banks keep for themselves. */
  BANK_CHARGES(AccountType.EXPENSE),
  /** Money nobody could explain yet. */
  SUSPENSE(AccountType.ASSET, AccountType.LIABILITY),
  /** The other side of balances taken over; zero when the takeover is complete. */
  OPENING_BALANCES(AccountType.EQUITY);

  private final Set<AccountType> types;

  AccountPurpose(AccountType... types) {
    this.types = Set.copyOf(Arrays.asList(types));
  }

  /** Whether an account of this type can serve it. */
  public boolean suits(AccountType type) {
    return types.contains(type);
  }

  /** The types of account that can serve it. */
  public Set<AccountType> types() {
    return types;
  }
}
