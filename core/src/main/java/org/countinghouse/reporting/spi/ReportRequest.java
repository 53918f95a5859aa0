package org.countinghouse.reporting.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportingError;

/**
 * Who asks for which figures.
 *
 * @param scope whose figures; the caller's right to all its members has been checked
 * @param parameters as written by the caller; absent ones get the report's default
 * @param locale language of titles and headings
 * @param requestedAt now; "today" is this instant in the scope's zone
 */
public record ReportRequest(
    ReportScope scope, Map<String, String> parameters, Locale locale, Instant requestedAt) {

  public ReportRequest {
    parameters = Map.copyOf(parameters);
  }

  /**
   * The organization whose figures are asked for.
   *
   * @throws IllegalStateException when a group is: only a report that names {@link
   *     Report#supportsGroups()} is asked for one
   */
  public Organization organization() {
    if (scope instanceof ReportScope.OfOrganization one) {
      return one.organization();
    }
    throw new IllegalStateException("asked for group " + scope.code());
  }

  /** Today, where the scope is. */
  public LocalDate today() {
    return LocalDate.ofInstant(requestedAt, scope.zone());
  }

  /** The parameter as a day; today where absent. */
  public LocalDate dayOrToday(String name) {
    return day(name).orElseGet(this::today);
  }

  /** The parameter as a day, if given. */
  public Optional<LocalDate> day(String name) {
    return read(name, "a date like 2026-10-31", LocalDate::parse);
  }

  /** The parameter as a month, if given. */
  public Optional<YearMonth> month(String name) {
    return read(name, "a month like 2026-10", YearMonth::parse);
  }

  /** The parameter as an instant; now where absent. */
  public Instant instantOrNow(String name) {
    return read(name, "an instant like 2026-11-02T09:30:00Z", Instant::parse).orElse(requestedAt);
  }

  /** The parameter as it is written, if given. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** The parameter as one of these words; the first where absent. */
  public String choice(String name, List<String> words) {
    String written = text(name).orElse(words.get(0));
    if (!words.contains(written)) {
      throw ReportingError.PARAMETER_INVALID.with(
          name, "one of " + String.join(", ", words), written);
    }
    return written;
  }

  /** What the figures are set against: parameter {@value Comparison#PARAMETER}, none if absent. */
  public Comparison comparison() {
    List<String> words = Arrays.stream(Comparison.values()).map(Comparison::text).toList();
    return Comparison.values()[words.indexOf(choice(Comparison.PARAMETER, words))];
  }

  private <T> Optional<T> read(String name, String shape, Function<String, T> parser) {
    Optional<String> written = text(name);
    try {
      return written.map(parser);
    } catch (DateTimeParseException e) {
      throw ReportingError.PARAMETER_INVALID.with(name, shape, written.orElse(""));
    }
  }
}
