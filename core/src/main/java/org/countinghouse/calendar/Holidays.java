package org.countinghouse.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * The nation-wide public holidays of a country, as the jollyday calendars know them. Holidays of
 * single regions are left out: people of other regions work.
 *
 * @param country ISO 3166-1 alpha-2, lower case; a country without a calendar has no holidays
 */
public record Holidays(String country) {

  private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes();

  /** The holidays of the country, its code in either case. */
  public static Holidays of(String country) {
    return new Holidays(country.toLowerCase(Locale.ROOT));
  }

  /** Whether the day is a public holiday in the whole country. */
  public boolean contains(LocalDate day) {
    return KNOWN.contains(country.toUpperCase(Locale.ROOT))
        && HolidayManager.getInstance(ManagerParameters.create(country)).isHoliday(day);
  }
}
