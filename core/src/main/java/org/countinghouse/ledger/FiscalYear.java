package org.countinghouse.ledger;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Twelve months of one organization's books.
 *
 * @param year the calendar year in which it ends
 */
public record FiscalYear(UUID organizationId, int year, LocalDate startsOn, LocalDate endsOn) {

  static FiscalYear of(UUID organizationId, int year, MonthDay start) {
    int startYear = start.getMonthValue() == 1 ? year : year - 1;
    LocalDate first = start.atYear(startYear);
    return new FiscalYear(organizationId, year, first, first.plusYears(1).minusDays(1));
  }

  /** Its months, first to last. */
  public List<YearMonth> months() {
    YearMonth first = YearMonth.from(startsOn);
    return IntStream.range(0, 12).mapToObj(first::plusMonths).toList();
  }
}
