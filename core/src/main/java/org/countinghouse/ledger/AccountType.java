package org.countinghouse.ledger;

/** Where an account stands in balance sheet or profit and loss. */
public enum AccountType {
  ASSET,
  LIABILITY,
  EQUITY,
  INCOME,
  EXPENSE
}
