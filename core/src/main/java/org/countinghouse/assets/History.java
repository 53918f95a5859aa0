package org.countinghouse.assets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.assets.AssetMapper.TransactionRow;
import org.countinghouse.assets.AssetTransaction.Kind;
import org.countinghouse.assets.schedule.DepreciationSchedule;
import org.countinghouse.assets.schedule.Revision;
import org.countinghouse.assets.schedule.ValueEvent;
import org.countinghouse.money.Money;

/**
 * An asset with everything that happened to it, in order; what was undone counts as never happened.
 *
 * @param units what it made, by month
 * @param revisions new estimates, in the order they were made
 */
record History(
    Asset asset,
    List<TransactionRow> rows,
    Map<YearMonth, BigDecimal> units,
    List<Revision> revisions) {

  History {
    rows = List.copyOf(rows);
    units = Map.copyOf(units);
    revisions = List.copyOf(revisions);
  }

  /** What stands, depreciation included. */
  List<TransactionRow> standing() {
    Set<UUID> undone =
        rows.stream()
            .map(TransactionRow::reversesId)
            .filter(id -> id != null)
            .collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> row.kind() != Kind.REVERSAL && !undone.contains(row.id()))
        .toList();
  }

  /** What happened besides depreciation. */
  List<TransactionRow> happenings() {
    return standing().stream().filter(row -> row.kind() != Kind.DEPRECIATION).toList();
  }

  /** The plan; empty when its acquisition was undone, so that nothing is to be written down. */
  Optional<DepreciationSchedule> schedule(Month yearStart) {
    return schedule(asset, happenings(), yearStart, units, revisions);
  }

  static Optional<DepreciationSchedule> schedule(
      Asset asset,
      List<TransactionRow> happenings,
      Month yearStart,
      Map<YearMonth, BigDecimal> units,
      List<Revision> revisions) {
    List<ValueEvent> events =
        happenings.stream().map(row -> event(row, asset.terms().residual())).toList();
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(DepreciationSchedule.of(asset.terms(), yearStart, events, units, revisions));
  }

  private static ValueEvent event(TransactionRow row, Money sample) {
    return new ValueEvent(
        ValueEvent.Kind.valueOf(row.kind().name()),
        row.effectiveOn(),
        new Money(row.cost(), sample.currency()).abs(),
        new Money(row.accumulated(), sample.currency()).abs());
  }

  /** What it stands at with everything recorded. */
  AssetValue value() {
    Money nothing = Money.zero(asset.terms().residual().currency());
    Money cost = nothing;
    Money accumulated = nothing;
    for (TransactionRow row : rows) {
      cost = cost.plus(new Money(row.cost(), nothing.currency()));
      accumulated = accumulated.plus(new Money(row.accumulated(), nothing.currency()));
    }
    return new AssetValue(cost, accumulated);
  }

  /** Depreciation recorded up to the end of this month. */
  Money depreciatedThrough(YearMonth last) {
    Money sum = Money.zero(asset.terms().residual().currency());
    for (TransactionRow row : standing()) {
      if (row.kind() == Kind.DEPRECIATION && !YearMonth.from(row.period()).isAfter(last)) {
        sum = sum.plus(new Money(row.accumulated(), sum.currency()));
      }
    }
    return sum;
  }

  /** The last month depreciation was posted for. */
  Optional<YearMonth> lastDepreciation() {
    return standing().stream()
        .filter(row -> row.kind() == Kind.DEPRECIATION)
        .map(row -> YearMonth.from(row.period()))
        .max(YearMonth::compareTo);
  }

  /** Refuses what cannot happen to it on this day. */
  void requireOpenOn(LocalDate day) {
    List<TransactionRow> happenings = happenings();
    if (happenings.isEmpty() || value().cost().isZero()) {
      throw AssetsError.GONE.with(asset.number());
    }
    LocalDate last = happenings.get(happenings.size() - 1).effectiveOn();
    if (day.isBefore(last)) {
      throw AssetsError.BEFORE_LAST_EVENT.with(asset.number(), last);
    }
    lastDepreciation()
        .filter(month -> YearMonth.from(day).isBefore(month))
        .ifPresent(
            month -> {
              throw AssetsError.AFTER_DEPRECIATION.with(asset.number(), month);
            });
  }
}
