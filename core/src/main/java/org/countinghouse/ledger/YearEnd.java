package org.countinghouse.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The end of a fiscal year: its result becomes retained earnings.
 *
 * <p>A closed year never changes, so the journal stands in the next one: it empties every income
 * and expense account, per currency, into the account that serves as {@link
 * AccountPurpose#RETAINED_EARNINGS}. Balance sheet accounts need nothing, their balances run on.
 * When a month of the year is reopened the journal is reversed in the same transaction; carrying
 * forward again posts anew.
 *
 * <p>Reading a profit and loss of any span, leave the lines of {@code finance.year_closing_v} out.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class YearEnd {

  /** The source of the journals that carry forward. */
  public static final String SOURCE = "close:year-end";

  private static final String MODULE = "close";

  private final YearEndMapper mapper;
  private final PeriodMapper periods;
  private final Ledger ledger;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  YearEnd(
      YearEndMapper mapper,
      PeriodMapper periods,
      Ledger ledger,
      ChartOfAccounts chart,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.periods = periods;
    this.ledger = ledger;
    this.chart = chart;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every carrying forward, by year, those taken back included. */
  @Transactional(readOnly = true)
  public List<YearClosing> list(UUID organizationId) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    return mapper.list(organizationId).stream().map(row -> row.closing(base)).toList();
  }

  /** The carrying forward of this year that stands, if it was done. */
  @Transactional(readOnly = true)
  public Optional<YearClosing> find(UUID organizationId, int fiscalYear) {
    return ofYear(organizationId, fiscalYear).stream().filter(YearClosing::stands).findFirst();
  }

  /**
   * What is to be carried forward of a year, by account and currency; empty when nothing is left.
   *
   * @throws BusinessException {@code organizations.unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public List<YearResultLine> openResult(UUID organizationId, int fiscalYear) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    return mapper.listOpenResult(organizationId, fiscalYear).stream()
        .map(row -> YearResultLine.of(row, base))
        .toList();
  }

  /**
   * Carries the result of a year forward, into the first month of the next year that takes it.
   * Asked again while that stands, tells what was done.
   *
   * @throws BusinessException {@code ledger.year-unknown}, {@code ledger.year-not-closed}, {@code
   *     ledger.next-year-unknown}, {@code ledger.earlier-year-open}, {@code
   *     ledger.purpose-unassigned}, {@code ledger.no-open-period}
   */
  public YearClosing carryForward(UUID organizationId, int fiscalYear, Actor by) {
    requireClosed(organizationId, fiscalYear);
    mapper.shareMonths(organizationId, fiscalYear);
    mapper.lockYear(organizationId, fiscalYear);
    requireClosed(organizationId, fiscalYear); // nobody can reopen a month from here on
    Optional<YearClosing> standing = find(organizationId, fiscalYear);
    if (standing.isPresent()) {
      return standing.get();
    }
    requireEarlierYearsCarried(organizationId, fiscalYear);
    Currency base = organizations.byId(organizationId).baseCurrency();
    List<YearResultLine> result = openResult(organizationId, fiscalYear);
    int number = ofYear(organizationId, fiscalYear).size() + 1;
    PostedJournal journal =
        result.isEmpty() ? null : post(organizationId, fiscalYear, number, result, base, by);
    return record(organizationId, fiscalYear, number, result, journal, base, by);
  }

  /**
   * Takes the carrying forward of a year back because one of its months is opened again. The caller
   * holds the lock on that month.
   *
   * @throws BusinessException {@code ledger.carried-forward} when no later month is open for it
   */
  void takeBack(UUID organizationId, int fiscalYear, YearMonth reopened, Actor by) {
    YearClosing standing = find(organizationId, fiscalYear).orElse(null);
    if (standing == null) {
      return;
    }
    PostedJournal reversal = null;
    UUID journalId = standing.journalId();
    LocalDate booked = standing.postingDate();
    if (journalId != null && booked != null) {
      LocalDate day =
          firstOpenDay(organizationId, YearMonth.from(booked), null)
              .orElseThrow(
                  () ->
                      LedgerError.CARRIED_FORWARD.with(
                          reopened, fiscalYear, YearMonth.from(booked)));
      reversal = ledger.undo(journalId, day, "%s reopened".formatted(reopened), by);
    }
    int reversed =
        mapper.reverse(
            standing.id(),
            reversal == null ? null : reversal.id(),
            reversal == null ? null : reversal.postingDate(),
            by.username(),
            now());
    if (reversed != 1) {
      throw new IllegalStateException("year " + fiscalYear + " is locked and yet changed");
    }
    audit(organizationId, fiscalYear, "carried-back", by, Map.of("reopened", reopened.toString()));
  }

  private void requireClosed(UUID organizationId, int fiscalYear) {
    List<Period> months = months(organizationId, fiscalYear);
    if (months.isEmpty()) {
      throw LedgerError.YEAR_UNKNOWN.with(fiscalYear);
    }
    List<YearMonth> open =
        months.stream()
            .filter(month -> month.state() != PeriodState.CLOSED)
            .map(Period::month)
            .toList();
    if (!open.isEmpty()) {
      throw LedgerError.YEAR_NOT_CLOSED.with(fiscalYear, open.get(0), open.size());
    }
    if (months(organizationId, fiscalYear + 1).isEmpty()) {
      throw LedgerError.NEXT_YEAR_UNKNOWN.with(fiscalYear, fiscalYear + 1);
    }
  }

  private void requireEarlierYearsCarried(UUID organizationId, int fiscalYear) {
    for (FiscalYear earlier : periods.listYears(organizationId)) {
      if (earlier.year() < fiscalYear
          && !mapper.listOpenResult(organizationId, earlier.year()).isEmpty()) {
        throw LedgerError.EARLIER_YEAR_OPEN.with(fiscalYear, earlier.year());
      }
    }
  }

  private PostedJournal post(
      UUID organizationId,
      int fiscalYear,
      int number,
      List<YearResultLine> result,
      Currency base,
      Actor by) {
    YearMonth next = months(organizationId, fiscalYear + 1).get(0).month();
    LocalDate day =
        firstOpenDay(organizationId, next, fiscalYear + 1)
            .orElseThrow(() -> LedgerError.NO_OPEN_PERIOD.with(fiscalYear + 1));
    String earnings = chart.forPurpose(organizationId, AccountPurpose.RETAINED_EARNINGS).code();
    return ledger.postOwn(
        CarryForward.draft(organizationId, day, fiscalYear, number, result, earnings, base), by);
  }

  private YearClosing record(
      UUID organizationId,
      int fiscalYear,
      int number,
      List<YearResultLine> result,
      @Nullable PostedJournal journal,
      Currency base,
      Actor by) {
    Money profit = YearResultLine.total(result, base).negated();
    var closing =
        new YearClosing(
            Ids.next(),
            organizationId,
            fiscalYear,
            number,
            profit,
            journal == null ? null : journal.id(),
            journal == null ? null : journal.postingDate(),
            by.username(),
            now(),
            null,
            null,
            null,
            null);
    mapper.insert(closing);
    audit(organizationId, fiscalYear, "carried-forward", by, closing);
    return closing;
  }

  /** The first day of the first month from this one on, of this year or of any, that takes it. */
  private Optional<LocalDate> firstOpenDay(
      UUID organizationId, YearMonth from, @Nullable Integer fiscalYear) {
    return periods.list(organizationId).stream()
        .map(PeriodMapper.Row::value)
        .filter(period -> !period.month().isBefore(from))
        .filter(period -> fiscalYear == null || period.fiscalYear() == fiscalYear)
        .filter(period -> period.accepts(MODULE))
        .map(period -> period.month().atDay(1))
        .findFirst();
  }

  private List<Period> months(UUID organizationId, int fiscalYear) {
    return periods.list(organizationId).stream()
        .map(PeriodMapper.Row::value)
        .filter(period -> period.fiscalYear() == fiscalYear)
        .toList();
  }

  private List<YearClosing> ofYear(UUID organizationId, int fiscalYear) {
    return list(organizationId).stream()
        .filter(closing -> closing.fiscalYear() == fiscalYear)
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void audit(UUID organizationId, int year, String action, Actor by, Object details) {
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            action,
            "ledger.fiscal-year",
            Integer.toString(year),
            null,
            details));
  }
}
