package org.countinghouse.server.api.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ledger.FiscalYear;
import org.countinghouse.ledger.FiscalYears;
import org.countinghouse.ledger.LedgerError;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.PeriodState;
import org.countinghouse.ledger.Periods;
import org.countinghouse.ledger.YearClosing;
import org.countinghouse.ledger.YearEnd;
import org.countinghouse.ledger.YearResultLine;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fiscal years: opened, and at their end carried forward. */
@RestController
@RequestMapping("/api/ledger/fiscal-years")
class FiscalYearController {

  private static final String READ = "ledger.period:read";
  private static final String RESULT = "ledger.trial-balance:read";
  private static final String OPEN = "ledger.fiscal-year:open";
  private static final String CLOSE = "ledger.fiscal-year:close";

  private final FiscalYears years;
  private final Periods periods;
  private final YearEnd yearEnd;

  FiscalYearController(FiscalYears years, Periods periods, YearEnd yearEnd) {
    this.years = years;
    this.periods = periods;
    this.yearEnd = yearEnd;
  }

  /**
   * A year to open.
   *
   * @param year the calendar year in which it ends
   */
  record NewFiscalYear(@Min(1900) @Max(9999) int year) {}

  /**
   * How a year stands.
   *
   * @param openMonths the months to close before it can be carried forward
   * @param due what would be carried forward now, a profit positive
   * @param lines the same by account and currency
   * @param closings every carrying forward, those taken back included
   */
  record ResultView(
      int fiscalYear,
      List<YearMonth> openMonths,
      Money due,
      List<YearResultLine> lines,
      List<YearClosing> closings) {}

  /** The fiscal years that were opened, first to last. */
  @GetMapping
  List<FiscalYear> list(@RequestParam String organization, Caller caller) {
    return years.list(caller.organization(organization, READ).id());
  }

  /** Opens a year: its twelve periods and its journal series. */
  @PostMapping
  ResponseEntity<FiscalYear> open(
      @RequestParam String organization, @RequestBody @Valid NewFiscalYear wanted, Caller caller) {
    Organization where = caller.organization(organization, OPEN);
    FiscalYear opened = years.open(where.id(), wanted.year(), caller.actor());
    return ResponseEntity.created(result(where, opened.year())).body(opened);
  }

  /** What the year earned, what of it is still to be carried forward, and what keeps it from it. */
  @GetMapping("/{year}/result")
  ResultView result(@PathVariable int year, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, RESULT);
    List<Period> months =
        periods.list(where.id()).stream().filter(month -> month.fiscalYear() == year).toList();
    if (months.isEmpty()) {
      throw LedgerError.YEAR_UNKNOWN.with(year);
    }
    List<YearResultLine> lines = yearEnd.openResult(where.id(), year);
    return new ResultView(
        year,
        months.stream()
            .filter(month -> month.state() != PeriodState.CLOSED)
            .map(Period::month)
            .toList(),
        YearResultLine.total(lines, where.baseCurrency()).negated(),
        lines,
        closings(where.id(), year));
  }

  /** Carries the result of a closed year forward; asked again, tells what was done. */
  @PostMapping("/{year}/closings")
  ResponseEntity<YearClosing> close(
      @PathVariable int year, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, CLOSE);
    return ResponseEntity.created(result(where, year))
        .body(yearEnd.carryForward(where.id(), year, caller.actor()));
  }

  private List<YearClosing> closings(UUID organizationId, int year) {
    return yearEnd.list(organizationId).stream()
        .filter(closing -> closing.fiscalYear() == year)
        .toList();
  }

  private static URI result(Organization where, int year) {
    return URI.create(
        "/api/ledger/fiscal-years/%d/result?organization=%s".formatted(year, where.code()));
  }
}
