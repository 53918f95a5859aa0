package org.countinghouse.procurement;

import java.time.LocalDate;
import java.time.YearMonth;
import org.countinghouse.organizations.Organization;

/**
 * The fiscal year a day lies in, whether the books of it are open or not.
 *
 * @param year the calendar year in which it ends
 * @param from its first day
 * @param until the first day after it
 */
record FiscalYearOf(int year, LocalDate from, LocalDate until) {

  private static final int MONTHS = 12;

  static FiscalYearOf day(Organization organization, LocalDate on) {
    int start = organization.fiscalYearStart().getMonthValue();
    boolean begun = on.getMonthValue() >= start;
    return year(organization, start > 1 && begun ? on.getYear() + 1 : on.getYear());
  }

  static FiscalYearOf year(Organization organization, int year) {
    int start = organization.fiscalYearStart().getMonthValue();
    YearMonth first = YearMonth.of(start == 1 ? year : year - 1, start);
    return new FiscalYearOf(year, first.atDay(1), first.plusMonths(MONTHS).atDay(1));
  }
}
