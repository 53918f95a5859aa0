package org.countinghouse.reporting.statements;

import java.util.Locale;
import org.countinghouse.ledger.AccountType;

/** A statement a definition describes. */
public enum Statement {
  PROFIT_AND_LOSS,
  BALANCE_SHEET,
  CASH_FLOW;

  /** As files and addresses write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The statement written so. */
  static Statement of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether accounts of this type belong into it, each on exactly one line. */
  public boolean needs(AccountType type) {
    boolean result = type == AccountType.INCOME || type == AccountType.EXPENSE;
    return switch (this) {
      case PROFIT_AND_LOSS -> result;
      case BALANCE_SHEET, CASH_FLOW -> !result;
    };
  }

  /** Whether its lines may name accounts of this type; cash flow takes back what moved no cash. */
  boolean takes(AccountType type) {
    return this == CASH_FLOW || needs(type);
  }
}
