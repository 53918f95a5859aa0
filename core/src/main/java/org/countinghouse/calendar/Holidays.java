package org.countinghouse.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * Days that are not worked: the nation-wide public holidays of a country, as the jollyday calendars
 * know them, and days of the organization's own. Holidays of single regions are left out: people of
 * other regions work.
 *
 * @param country ISO 3166-1 alpha-2, lower case; a country without a calendar has no holidays
 * @param own further days, such as a works holiday
 */
public record Holidays(String country, Set<LocalDate> own) {

  private static final Set<String> KNOWN = HolidayManager.getSupportedCalendarCodes();

  public Holidays {
    own = Set.copyOf(own);
  }

  /** The holidays of the country, its code in either case. */
  public static Holidays of(String country) {
    return new Holidays(country.toLowerCase(Locale.ROOT), Set.of());
  }

  /** These and days of the organization's own. */
  public Holidays and(Set<LocalDate> days) {
    return new Holidays(country, days);
  }

  /** Whether the day is one of them. */
  public boolean contains(LocalDate day) {
    return own.contains(day)
        || KNOWN.contains(country.toUpperCase(Locale.ROOT))
            && HolidayManager.getInstance(ManagerParameters.create(country)).isHoliday(day);
  }
}
