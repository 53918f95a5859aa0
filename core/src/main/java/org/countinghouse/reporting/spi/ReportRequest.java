package org.countinghouse.reporting.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportingError;

/**
 * Who asks for which figures.
 *
 * @param organization whose figures; the caller's right to them has been checked
 * @param parameters as written by the caller; absent ones get the report's default
 * @param locale language of titles and headings
 * @param requestedAt now; "today" is this instant in the organization's zone
 */
public record ReportRequest(
    Organization organization, Map<String, String> parameters, Locale locale, Instant requestedAt) {

  public ReportRequest {
    parameters = Map.copyOf(parameters);
  }

  /** The parameter as a day; today where absent. */
  public LocalDate dayOrToday(String name) {
    return read(
        name,
        "a date like 2026-10-31",
        LocalDate::parse,
        LocalDate.ofInstant(requestedAt, organization.zone()));
  }

  /** The parameter as an instant; now where absent. */
  public Instant instantOrNow(String name) {
    return read(name, "an instant like 2026-11-02T09:30:00Z", Instant::parse, requestedAt);
  }

  private <T> T read(String name, String shape, Function<String, T> parser, T absent) {
    String written = parameters.get(name);
    if (written == null || written.isBlank()) {
      return absent;
    }
    try {
      return parser.apply(written.strip());
    } catch (DateTimeParseException e) {
      throw ReportingError.PARAMETER_INVALID.with(name, shape, written);
    }
  }
}
