package org.countinghouse.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What currencies were worth, as published. A rate holds from the day of its publication until the
 * next one: at weekends and on bank holidays the last one counts, but none older than {@value
 * #AGE_DAYS_MAX} days, so that a source that dried up is noticed.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class FxRates {

  /** How old a rate may be on the day it is used. */
  public static final int AGE_DAYS_MAX = 7;

  /** Significant digits of a rate that is derived. */
  public static final int DIGITS = 15;

  static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_UP);

  private final FxRateMapper mapper;

  FxRates(FxRateMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * What one unit of a currency was worth on a day: the last rate published on or before it. On its
   * day a rate stated for the pair goes before its inverse, and that before the cross through the
   * euro. A currency is worth one of itself.
   *
   * @throws BusinessException {@code currency.rate-missing}
   */
  public FxRate rate(UUID organizationId, Currency from, Currency to, LocalDate on) {
    return find(organizationId, from, to, on)
        .orElseThrow(() -> CurrencyError.RATE_MISSING.with(from, to, on, AGE_DAYS_MAX));
  }

  /** {@link #rate}, if there is one. */
  public Optional<FxRate> find(UUID organizationId, Currency from, Currency to, LocalDate on) {
    if (from.equals(to)) {
      return Optional.of(itself(on));
    }
    return table(organizationId, from, to, on.minusDays(AGE_DAYS_MAX), on).latest(from, to);
  }

  /**
   * The average of a month: the arithmetic mean of the rates published on its days, each taken in
   * the direction asked for.
   *
   * @throws BusinessException {@code currency.average-missing} when the month has none
   */
  public FxRate average(UUID organizationId, Currency from, Currency to, YearMonth month) {
    if (from.equals(to)) {
      return itself(month.atEndOfMonth());
    }
    return table(organizationId, from, to, month.atDay(1), month.atEndOfMonth())
        .mean(from, to)
        .orElseThrow(() -> CurrencyError.AVERAGE_MISSING.with(from, to, month));
  }

  /**
   * The amount in another currency by the rate of the day, rounded half up to its minor unit.
   *
   * @throws BusinessException {@code currency.rate-missing}
   */
  public Money convert(UUID organizationId, Money amount, Currency to, LocalDate on) {
    return amount.currency().equals(to)
        ? amount
        : rate(organizationId, amount.currency(), to, on).convert(amount, to);
  }

  /** Published rates, the latest day first; what was corrected is left out. */
  public List<PublishedRate> list(RateFilter filter) {
    return mapper.list(filter);
  }

  private RateTable table(
      UUID organizationId, Currency from, Currency to, LocalDate first, LocalDate last) {
    String[] currencies = {from.getCurrencyCode(), to.getCurrencyCode(), "EUR"};
    return new RateTable(mapper.listQuotes(organizationId, currencies, first, last));
  }

  private static FxRate itself(LocalDate on) {
    return new FxRate(BigDecimal.ONE, on, "same currency");
  }
}
