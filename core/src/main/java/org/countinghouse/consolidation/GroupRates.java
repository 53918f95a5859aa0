package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.currency.FxRate;
import org.countinghouse.currency.FxRates;

/**
 * The rates one consolidation uses, each looked up once and kept as evidence. They are those of the
 * group's parent, so that all members are measured by one table.
 */
final class GroupRates {

  private final FxRates rates;
  private final Group group;
  private final LocalDate lastDay;
  private final Map<Key, FxRate> used = new TreeMap<>();

  GroupRates(FxRates rates, Group group, LocalDate lastDay) {
    this.rates = rates;
    this.group = group;
    this.lastDay = lastDay;
  }

  /** What one rate is of. */
  private record Key(String currency, Translation kind, LocalDate day) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::currency)
          .thenComparing(Key::kind)
          .thenComparing(Key::day)
          .compare(this, other);
    }
  }

  /**
   * Group currency for one of this, on the last day.
   *
   * @throws org.countinghouse.errors.BusinessException {@code currency.rate-missing}
   */
  BigDecimal closing(Currency currency) {
    return rate(new Key(currency.getCurrencyCode(), Translation.CLOSING, lastDay), currency);
  }

  /**
   * Group currency for one of this, on the average of a month.
   *
   * @throws org.countinghouse.errors.BusinessException {@code currency.average-missing}
   */
  BigDecimal average(Currency currency, YearMonth month) {
    return rate(new Key(currency.getCurrencyCode(), Translation.AVERAGE, month.atDay(1)), currency);
  }

  /**
   * Group currency for one of this, on the day something came in.
   *
   * @throws org.countinghouse.errors.BusinessException {@code currency.rate-missing}
   */
  BigDecimal historical(Currency currency, LocalDate day) {
    return rate(new Key(currency.getCurrencyCode(), Translation.HISTORICAL, day), currency);
  }

  private BigDecimal rate(Key key, Currency currency) {
    if (currency.equals(group.currency())) {
      return BigDecimal.ONE;
    }
    return used.computeIfAbsent(key, wanted -> look(wanted, currency)).rate();
  }

  private FxRate look(Key key, Currency currency) {
    return key.kind() == Translation.AVERAGE
        ? rates.average(
            group.organizationId(), currency, group.currency(), YearMonth.from(key.day()))
        : rates.rate(group.organizationId(), currency, group.currency(), key.day());
  }

  /** All that were used. */
  List<ConsolidationRate> used() {
    List<ConsolidationRate> list = new ArrayList<>();
    used.forEach(
        (key, rate) ->
            list.add(
                new ConsolidationRate(
                    key.currency(),
                    key.kind(),
                    key.day(),
                    rate.rate(),
                    rate.publishedOn(),
                    rate.source())));
    return list;
  }
}
