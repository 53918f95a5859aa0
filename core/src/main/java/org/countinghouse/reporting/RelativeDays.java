package org.countinghouse.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.figures.Figures;
import org.countinghouse.reporting.spi.ReportScope;

/**
 * Days said in relation to today, in the parameters of a schedule: an at sign before {@code today},
 * {@code yesterday}, {@code month-start}, {@code previous-month-start}, {@code previous-month-end},
 * {@code year-start} or {@code previous-month-year-start}, the last two of the fiscal year.
 */
final class RelativeDays {

  private static final String MARK = "@";

  private RelativeDays() {}

  /**
   * The parameters with real days.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.parameter-invalid} for a
   *     day nobody knows
   */
  static Map<String, String> resolve(
      Map<String, String> parameters, Organization organization, LocalDate today) {
    Map<String, String> resolved = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) ->
            resolved.put(
                name, value.startsWith(MARK) ? day(name, value, organization, today) : value));
    return resolved;
  }

  private static String day(String name, String word, Organization organization, LocalDate today) {
    ReportScope scope = ReportScope.of(organization);
    YearMonth previous = YearMonth.from(today).minusMonths(1);
    LocalDate day =
        switch (word.substring(MARK.length())) {
          case "today" -> today;
          case "yesterday" -> today.minusDays(1);
          case "month-start" -> today.withDayOfMonth(1);
          case "previous-month-start" -> previous.atDay(1);
          case "previous-month-end" -> previous.atEndOfMonth();
          case "year-start" -> Figures.fiscalYearStart(scope, today);
          case "previous-month-year-start" ->
              Figures.fiscalYearStart(scope, previous.atEndOfMonth());
          default ->
              throw ReportingError.PARAMETER_INVALID.with(
                  name, "a date, @today, @previous-month-end or @year-start", word);
        };
    return day.toString();
  }
}
