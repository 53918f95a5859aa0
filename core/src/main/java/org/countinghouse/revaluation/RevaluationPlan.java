package org.countinghouse.revaluation;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;

/**
 * What a month's end is worth.
 *
 * @param positions by account and currency; those without a rate are left out
 * @param findings what keeps balances from being valued: no rate, no treatment
 * @param zero nothing, in base currency
 */
public record RevaluationPlan(
    UUID organizationId,
    YearMonth month,
    List<Position> positions,
    List<Finding> findings,
    Money zero) {

  public RevaluationPlan {
    positions = List.copyOf(positions);
    findings = List.copyOf(findings);
  }

  /** The positions for which something is to be posted. */
  public List<Position> due() {
    return positions.stream().filter(position -> !position.due().isZero()).toList();
  }

  /** All that must stand on the valuation account at the month's end. */
  public Money valuation() {
    return positions.stream().map(Position::valuation).reduce(zero, Money::plus);
  }

  /** All that stands there by journals of this month. */
  public Money posted() {
    return positions.stream().map(Position::posted).reduce(zero, Money::plus);
  }

  /** What the month gains by the valuation. */
  public Money gain() {
    return positions.stream()
        .map(position -> Position.gain(position.valuation()))
        .reduce(zero, Money::plus);
  }

  /** What the month loses by the valuation. */
  public Money loss() {
    return positions.stream()
        .map(position -> Position.loss(position.valuation()))
        .reduce(zero, Money::plus);
  }
}
