package org.countinghouse.assets.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countinghouse.money.Money;

/**
 * What is to be written down of an asset by the end of any month: a pure function of its terms,
 * what happened to it and, where it is written down by production, what it made.
 *
 * <p>Rounding: the exact sum of a stretch between two events is rounded half up to the currency's
 * scale; a month is the difference of two sums, so no cent is lost and the end of life leaves the
 * residual exactly.
 */
public final class DepreciationSchedule {

  /** Nothing is planned further ahead: a hundred years. */
  private static final int MONTHS_MAX = 1_200;

  private final Terms terms;
  private final Month yearStart;
  private final List<ValueEvent> events;
  private final Map<YearMonth, BigDecimal> units;
  private final SortedMap<YearMonth, Revision> revisions;

  private DepreciationSchedule(
      Terms terms,
      Month yearStart,
      List<ValueEvent> events,
      Map<YearMonth, BigDecimal> units,
      SortedMap<YearMonth, Revision> revisions) {
    this.terms = terms;
    this.yearStart = yearStart;
    this.events = events;
    this.units = units;
    this.revisions = revisions;
  }

  /** {@link #of(Terms, Month, List, Map, List)} of an asset whose estimates stand. */
  public static DepreciationSchedule of(
      Terms terms, Month yearStart, List<ValueEvent> events, Map<YearMonth, BigDecimal> units) {
    return of(terms, yearStart, events, units, List.of());
  }

  /**
   * The schedule of one asset.
   *
   * @param yearStart first month of the fiscal year
   * @param events what happened; the first one, its acquisition or takeover, is there
   * @param units what it made, by month; empty unless it is written down by production
   * @param revisions new estimates in the order they were made; the last one for a month counts
   */
  public static DepreciationSchedule of(
      Terms terms,
      Month yearStart,
      List<ValueEvent> events,
      Map<YearMonth, BigDecimal> units,
      List<Revision> revisions) {
    List<ValueEvent> inOrder = new ArrayList<>(events);
    inOrder.sort(Comparator.comparing(ValueEvent::on)); // stable: as recorded within a day
    if (inOrder.isEmpty()) {
      throw new IllegalArgumentException("an asset begins with its acquisition or takeover");
    }
    SortedMap<YearMonth, Revision> byMonth = new TreeMap<>();
    revisions.forEach(revision -> byMonth.put(revision.from(), revision));
    return new DepreciationSchedule(
        terms, yearStart, List.copyOf(inOrder), Map.copyOf(units), byMonth);
  }

  /**
   * One month.
   *
   * @param cost at its end
   * @param charge its depreciation; negative when a disposal takes some back
   * @param accumulated written down in all at its end, impairments included
   */
  public record Line(YearMonth month, Money cost, Money charge, Money accumulated) {

    /** What it stands in the books at. */
    public Money bookValue() {
      return cost.minus(accumulated);
    }
  }

  /**
   * What disposing comes to.
   *
   * @param charged depreciation from the beginning to the disposal
   * @param accumulated what of the written down belongs to what goes, this month's part included
   */
  public record Disposal(BigDecimal charged, BigDecimal accumulated) {}

  /** Depreciation from the beginning to the end of this month, in all; without impairments. */
  public Money chargedThrough(YearMonth last) {
    Course course = course();
    for (YearMonth month : stops(last)) {
      course.reach(month);
      course.live(month, of(month), revisions.get(month));
    }
    return money(course.charged());
  }

  /** The months up to this one that have to be looked at each by itself. */
  private SortedSet<YearMonth> stops(YearMonth last) {
    SortedSet<YearMonth> stops = new TreeSet<>(units.keySet());
    events.forEach(event -> stops.add(YearMonth.from(event.on())));
    stops.addAll(revisions.keySet());
    stops.add(last);
    if (terms.method() == Method.DECLINING) {
      YearMonth year = first().withMonth(yearStart.getValue());
      for (; !year.isAfter(last); year = year.plusYears(1)) {
        stops.add(year);
      }
    }
    stops.removeIf(month -> month.isBefore(first()) || month.isAfter(last));
    if (!first().isAfter(last)) {
      stops.add(first());
    }
    return stops;
  }

  /**
   * What disposing of this much of the cost on this day would come to.
   *
   * @param cost part of what it cost; all of it for the whole asset
   */
  public Disposal disposal(LocalDate on, Money cost) {
    Course course = course();
    YearMonth last = YearMonth.from(on);
    for (YearMonth month = first(); month.isBefore(last); month = month.plusMonths(1)) {
      course.live(month, of(month), revisions.get(month));
    }
    return course.disposal(on, cost.amount(), of(last), revisions.get(last));
  }

  /** Every month from the first to this one; none when it begins later. */
  public List<Line> lines(YearMonth last) {
    Course course = course();
    List<Line> lines = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (YearMonth month = first();
        !month.isAfter(last) && lines.size() < MONTHS_MAX;
        month = month.plusMonths(1)) {
      course.live(month, of(month), revisions.get(month));
      lines.add(
          new Line(
              month,
              money(course.cost()),
              money(course.charged().subtract(before)),
              money(course.written())));
      before = course.charged();
    }
    return lines;
  }

  /**
   * The month its life ends in as far as a calendar can tell; the last event's month for what is
   * not written down by time.
   */
  public YearMonth end() {
    YearMonth lastEvent = YearMonth.from(events.get(events.size() - 1).on());
    Revision latest = revisions.isEmpty() ? null : revisions.get(revisions.lastKey());
    Integer life = latest == null ? terms.lifeMonths() : Integer.valueOf(latest.lifeMonths());
    if (life == null || terms.method() == Method.UNITS || terms.method() == Method.NONE) {
      YearMonth lastMade = units.keySet().stream().max(YearMonth::compareTo).orElse(lastEvent);
      return lastMade.isAfter(lastEvent) ? lastMade : lastEvent;
    }
    // conventions move the end by less than a year
    var clock = new LifeClock(terms.convention(), terms.inServiceOn(), yearStart, life);
    YearMonth month = YearMonth.from(terms.inServiceOn()).plusMonths(Math.max(0, life - 12L));
    while (clock.usedAtEndOf(month).compareTo(clock.life()) < 0) {
      month = month.plusMonths(1);
    }
    return month.isAfter(lastEvent) ? month : lastEvent;
  }

  private Course course() {
    return new Course(terms, yearStart, units);
  }

  /** Life begins when it is in service, even if the invoice is dated later. */
  private YearMonth first() {
    ValueEvent beginning = events.get(0);
    YearMonth entered = YearMonth.from(beginning.on());
    YearMonth inService = YearMonth.from(terms.inServiceOn());
    boolean late = beginning.kind() == ValueEvent.Kind.ACQUISITION && inService.isBefore(entered);
    return late ? inService : entered;
  }

  private List<ValueEvent> of(YearMonth month) {
    List<ValueEvent> found = new ArrayList<>(1);
    for (int i = 0; i < events.size(); i++) {
      YearMonth when = i == 0 ? first() : YearMonth.from(events.get(i).on());
      if (when.equals(month)) {
        found.add(events.get(i));
      }
    }
    return found;
  }

  private Money money(BigDecimal amount) {
    Currency currency = terms.residual().currency();
    return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
  }
}
