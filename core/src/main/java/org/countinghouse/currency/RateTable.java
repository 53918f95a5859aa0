package org.countinghouse.currency;

import static org.countinghouse.currency.FxRates.PRECISION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countinghouse.currency.FxRateMapper.QuoteRow;
import org.jspecify.annotations.Nullable;

/**
 * A few days of published rates, asked for one pair. On each day what was published for the pair
 * itself goes before its inverse, and that before a cross through the euro: a cross takes both legs
 * of one day, since rates of different days were never true together.
 */
final class RateTable {

  private static final String PIVOT = "EUR";

  private final NavigableMap<LocalDate, Map<Pair, QuoteRow>> days = new TreeMap<>();

  private record Pair(String base, String quote) {}

  RateTable(List<QuoteRow> rows) {
    for (QuoteRow row : rows) {
      days.computeIfAbsent(row.publishedOn(), day -> new HashMap<>())
          .put(new Pair(row.base(), row.quote()), row);
    }
  }

  /** The rate of the last day that has one. */
  Optional<FxRate> latest(Currency from, Currency to) {
    return days.descendingKeySet().stream()
        .map(day -> on(day, from, to))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The arithmetic mean of the days that have a rate, as the ECB averages. */
  Optional<FxRate> mean(Currency from, Currency to) {
    List<FxRate> known =
        days.keySet().stream().map(day -> on(day, from, to)).flatMap(Optional::stream).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sum = known.stream().map(FxRate::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
    FxRate last = known.get(known.size() - 1);
    return Optional.of(
        new FxRate(
            sum.divide(BigDecimal.valueOf(known.size()), PRECISION),
            last.publishedOn(),
            "%s, average of %s days"
                .formatted(
                    String.join(", ", known.stream().map(FxRate::source).distinct().toList()),
                    known.size())));
  }

  private Optional<FxRate> on(LocalDate day, Currency from, Currency to) {
    Map<Pair, QuoteRow> rows = days.getOrDefault(day, Map.of());
    FxRate stated = stated(rows, from.getCurrencyCode(), to.getCurrencyCode());
    if (stated != null) {
      return Optional.of(stated);
    }
    FxRate given = stated(rows, from.getCurrencyCode(), PIVOT);
    FxRate wanted = stated(rows, PIVOT, to.getCurrencyCode());
    if (given == null || wanted == null) {
      return Optional.empty();
    }
    String source =
        given.source().equals(wanted.source())
            ? given.source()
            : given.source() + ", " + wanted.source();
    return Optional.of(
        new FxRate(
            given.units().multiply(wanted.units()),
            given.per().multiply(wanted.per()),
            day,
            source));
  }

  private static @Nullable FxRate stated(Map<Pair, QuoteRow> rows, String from, String to) {
    QuoteRow direct = rows.get(new Pair(from, to));
    if (direct != null) {
      return new FxRate(direct.rate(), direct.publishedOn(), direct.source());
    }
    QuoteRow inverse = rows.get(new Pair(to, from));
    return inverse == null
        ? null
        : new FxRate(BigDecimal.ONE, inverse.rate(), inverse.publishedOn(), inverse.source());
  }
}
