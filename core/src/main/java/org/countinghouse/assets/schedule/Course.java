package org.countinghouse.assets.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The life of one asset, month by month. Amounts are exact between events; what is booked is the
 * exact sum rounded, so the months of a year sum to the year and the last month leaves the
 * residual.
 */
final class Course {

  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  /** Beyond this the last digits of a division show; a tie must still be seen as one. */
  private static final int SOUND_DIGITS = 20;

  private final Terms terms;
  private LifeClock clock;
  private final Month yearStart;
  private final Map<YearMonth, BigDecimal> units;
  private final int scale;

  private BigDecimal cost = BigDecimal.ZERO;

  /** Written down in all, as booked when the last event happened. */
  private BigDecimal written = BigDecimal.ZERO;

  /** Depreciation alone, as booked when the last event happened. */
  private BigDecimal charged = BigDecimal.ZERO;

  /** Depreciation since. */
  private BigDecimal since = BigDecimal.ZERO;

  /** Life used up so far, in months. */
  private BigDecimal used = BigDecimal.ZERO;

  private BigDecimal residual;
  private BigDecimal unitsLeft;

  /** Declining: the book value the rate of this year applies to. */
  private BigDecimal yearBase = BigDecimal.ZERO;

  private BigDecimal straightBase = BigDecimal.ZERO;
  private BigDecimal straightLife = BigDecimal.ONE;
  private boolean straight;

  Course(Terms terms, Month yearStart, Map<YearMonth, BigDecimal> units) {
    this.terms = terms;
    this.yearStart = yearStart;
    this.units = units;
    this.scale = terms.residual().currency().getDefaultFractionDigits();
    this.residual = terms.residual().amount();
    this.unitsLeft = Objects.requireNonNullElse(terms.units(), BigDecimal.ONE);
    this.clock = clock(Objects.requireNonNullElse(terms.lifeMonths(), 1));
  }

  /**
   * The months before this one in which nothing happened, in one step: what a month costs does not
   * change between two events, or between two fiscal years where the rate is of the year's start.
   */
  void reach(YearMonth month) {
    if (terms.method() != Method.UNITS) {
      charge(month.minusMonths(1));
    }
  }

  private LifeClock clock(int lifeMonths) {
    return new LifeClock(terms.convention(), terms.inServiceOn(), yearStart, lifeMonths);
  }

  /**
   * One month: what happened in it, then its depreciation, then what its end brought.
   *
   * @param revision the estimate that counts from this month on, where there is a new one
   */
  void live(YearMonth month, List<ValueEvent> events, @Nullable Revision revision) {
    begin(month, revision);
    events.stream().filter(event -> !isLate(event, events)).forEach(this::happen);
    charge(month);
    events.stream().filter(event -> isLate(event, events)).forEach(this::happen);
  }

  /**
   * What disposing of this much of the cost would come to, after the events of the month so far.
   */
  DepreciationSchedule.Disposal disposal(
      LocalDate on, BigDecimal part, List<ValueEvent> eventsOfMonth, @Nullable Revision revision) {
    YearMonth month = YearMonth.from(on);
    begin(month, revision);
    if (terms.method() == Method.UNITS) {
      eventsOfMonth.stream().filter(event -> !isLate(event, eventsOfMonth)).forEach(this::happen);
      charge(month);
      eventsOfMonth.stream().filter(event -> isLate(event, eventsOfMonth)).forEach(this::happen);
    } else {
      eventsOfMonth.forEach(this::happen);
    }
    settle();
    BigDecimal catchUp = catchUp(on, part);
    BigDecimal gone =
        part.compareTo(cost) == 0 ? written : rounded(written.multiply(part).divide(cost, EXACT));
    return new DepreciationSchedule.Disposal(
        charged.add(catchUp).setScale(scale), gone.add(catchUp).setScale(scale));
  }

  /**
   * Whether an event follows the month's depreciation. Value lost is found at the end of a month,
   * unless the asset is gone by then; and what it made in a month counts before it goes.
   */
  private boolean isLate(ValueEvent event, List<ValueEvent> eventsOfMonth) {
    boolean isDisposal = event.kind() == ValueEvent.Kind.DISPOSAL;
    boolean isImpairment = event.kind() == ValueEvent.Kind.IMPAIRMENT;
    if (terms.method() == Method.UNITS) {
      return isDisposal || isImpairment;
    }
    return isImpairment
        && eventsOfMonth.stream()
            .skip(eventsOfMonth.indexOf(event))
            .noneMatch(later -> later.kind() == ValueEvent.Kind.DISPOSAL);
  }

  private void begin(YearMonth month, @Nullable Revision revision) {
    if (revision != null) {
      settle();
      clock = clock(revision.lifeMonths());
      residual = revision.residual().amount();
    }
    used = clock.usedAtEndOf(month.minusMonths(1));
    if (revision != null) {
      rebase();
      compare();
    }
    if (month.equals(clock.yearOf(month))) {
      yearBase = bookValue();
      rebase();
      compare();
    }
  }

  /** What straight line would spread from now on. */
  private void rebase() {
    straightBase = bookValue();
    straightLife = lifeLeft();
  }

  /** Whether straight line has become the better, for good. */
  private void compare() {
    if (terms.method() == Method.DECLINING && lifeLeft().signum() > 0 && bookValue().signum() > 0) {
      straight |= perMonth(straightBase, straightLife).compareTo(declining()) >= 0;
    }
  }

  private void happen(ValueEvent event) {
    settle();
    BigDecimal amount = event.cost().amount();
    BigDecimal down = event.accumulated().amount();
    switch (event.kind()) {
      case ACQUISITION, TAKEOVER, ADDITION -> {
        cost = cost.add(amount);
        written = written.add(down);
        yearBase = yearBase.add(amount).subtract(down);
      }
      case IMPAIRMENT -> {
        written = written.add(down);
        yearBase = yearBase.subtract(down).max(BigDecimal.ZERO);
      }
      case DISPOSAL -> dispose(event);
    }
    rebase();
    if (event.kind() == ValueEvent.Kind.ACQUISITION || event.kind() == ValueEvent.Kind.TAKEOVER) {
      compare();
    }
  }

  private void dispose(ValueEvent event) {
    BigDecimal part = event.cost().amount();
    BigDecimal catchUp = catchUp(event.on(), part);
    BigDecimal kept = cost.subtract(part).divide(cost, EXACT);
    charged = charged.add(catchUp);
    written = written.add(catchUp).subtract(event.accumulated().amount());
    cost = cost.subtract(part);
    residual = residual.multiply(kept, EXACT);
    unitsLeft = unitsLeft.multiply(kept, EXACT);
    yearBase = yearBase.multiply(kept, EXACT);
  }

  /** From the end of last month to where the convention ends the life of this part of the cost. */
  private BigDecimal catchUp(LocalDate on, BigDecimal part) {
    if (terms.method() == Method.NONE || terms.method() == Method.UNITS) {
      return BigDecimal.ZERO;
    }
    BigDecimal time = clock.usedAtDisposal(on).subtract(used);
    BigDecimal whole = rate().multiply(time, EXACT).min(depreciable());
    return rounded(whole.multiply(part).divide(cost, EXACT));
  }

  private void charge(YearMonth month) {
    if (cost.signum() > 0 && depreciable().signum() > 0) {
      since = since.add(amount(month).min(depreciable()));
    }
    used = clock.usedAtEndOf(month);
  }

  private BigDecimal amount(YearMonth month) {
    return switch (terms.method()) {
      case NONE -> BigDecimal.ZERO;
      case UNITS -> forUnits(units.getOrDefault(month, BigDecimal.ZERO));
      case STRAIGHT_LINE, DECLINING -> {
        BigDecimal time = clock.usedAtEndOf(month).subtract(used);
        // the end of its life leaves the residual, and nothing of a division
        yield time.compareTo(lifeLeft()) >= 0 ? depreciable() : rate().multiply(time, EXACT);
      }
    };
  }

  private BigDecimal forUnits(BigDecimal made) {
    BigDecimal amount =
        made.compareTo(unitsLeft) >= 0
            ? depreciable()
            : depreciable().multiply(made).divide(unitsLeft, EXACT);
    unitsLeft = unitsLeft.subtract(made).max(BigDecimal.ZERO);
    return made.signum() == 0 ? BigDecimal.ZERO : amount;
  }

  /** What a whole month of its life costs now. */
  private BigDecimal rate() {
    BigDecimal left = lifeLeft();
    if (left.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (terms.method() == Method.STRAIGHT_LINE) {
      return perMonth(bookValue(), left);
    }
    return straight ? perMonth(straightBase, straightLife) : declining();
  }

  private BigDecimal perMonth(BigDecimal base, BigDecimal life) {
    return base.subtract(residual).max(BigDecimal.ZERO).divide(life, EXACT);
  }

  private BigDecimal declining() {
    BigDecimal rate = Objects.requireNonNull(terms.annualRate());
    return yearBase.multiply(rate).divide(YEAR, EXACT);
  }

  private BigDecimal lifeLeft() {
    return clock.life().subtract(used);
  }

  private BigDecimal depreciable() {
    return bookValue().subtract(residual).max(BigDecimal.ZERO);
  }

  /** Books what was exact so far: an event meets what the books say. */
  private void settle() {
    BigDecimal booked = rounded(since);
    charged = charged.add(booked);
    written = written.add(booked);
    since = BigDecimal.ZERO;
  }

  private BigDecimal rounded(BigDecimal amount) {
    return amount
        .setScale(SOUND_DIGITS, RoundingMode.HALF_UP)
        .setScale(scale, RoundingMode.HALF_UP);
  }

  private BigDecimal bookValue() {
    return cost.subtract(written).subtract(since);
  }

  /** Depreciation so far, as booked. */
  BigDecimal charged() {
    return charged.add(rounded(since));
  }

  /** What it cost, less what went. */
  BigDecimal cost() {
    return cost;
  }

  /** Written down so far in all, as booked. */
  BigDecimal written() {
    return written.add(rounded(since));
  }
}
