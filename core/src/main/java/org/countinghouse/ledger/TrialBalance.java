package org.countinghouse.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * All accounts with postings, by code, as of a posting date and as known at an instant.
 *
 * @param currency the base currency every amount is in
 * @param asOf journals of this date and before are in
 * @param knownAt journals recorded up to this instant are in
 */
public record TrialBalance(
    UUID organizationId,
    Currency currency,
    LocalDate asOf,
    Instant knownAt,
    List<TrialBalanceRow> rows) {

  public TrialBalance {
    rows = List.copyOf(rows);
  }

  /** The sum of all debits; always equal to {@link #totalCredit()}. */
  public BigDecimal totalDebit() {
    return sum(TrialBalanceRow::debit);
  }

  /** The sum of all credits. */
  public BigDecimal totalCredit() {
    return sum(TrialBalanceRow::credit);
  }

  private BigDecimal sum(Function<TrialBalanceRow, BigDecimal> column) {
    return rows.stream()
        .map(column)
        .reduce(BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits()), BigDecimal::add);
  }
}
