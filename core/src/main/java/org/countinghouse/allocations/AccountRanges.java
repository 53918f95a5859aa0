package org.countinghouse.allocations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accounts named by codes and ranges, as a controller writes them: {@code 6100-6299,6805}. Codes
 * compare as the chart sorts them, by characters. A code with a hyphen of its own cannot be named
 * by itself, only lie within a range.
 */
public record AccountRanges(List<Range> ranges) {

  private static final Pattern PART =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9._]{0,19})(?:\\s*-\\s*([A-Za-z0-9][A-Za-z0-9._]{0,19}))?");

  public AccountRanges {
    ranges = List.copyOf(ranges);
  }

  /** From one code to another, both included. */
  public record Range(String first, String last) {}

  /**
   * Reads what somebody wrote.
   *
   * @throws org.countinghouse.errors.BusinessException {@code allocations.accounts-invalid}
   */
  public static AccountRanges parse(String written) {
    List<Range> ranges = new ArrayList<>();
    for (String part : written.split(",", -1)) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        throw AllocationsError.ACCOUNTS_INVALID.with(written);
      }
      String last = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
      if (last.compareTo(matcher.group(1)) < 0) {
        throw AllocationsError.ACCOUNTS_INVALID.with(written);
      }
      ranges.add(new Range(matcher.group(1), last));
    }
    return new AccountRanges(ranges);
  }

  /** Whether this account is among them. */
  public boolean contains(String account) {
    return ranges.stream()
        .anyMatch(
            range -> account.compareTo(range.first()) >= 0 && account.compareTo(range.last()) <= 0);
  }

  /** Whether some account could be among both. */
  public boolean overlaps(AccountRanges other) {
    return ranges.stream()
        .anyMatch(
            mine ->
                other.ranges.stream()
                    .anyMatch(
                        its ->
                            mine.first().compareTo(its.last()) <= 0
                                && its.first().compareTo(mine.last()) <= 0));
  }

  /** As a controller writes it. */
  @Override
  public String toString() {
    return String.join(
        ",",
        ranges.stream()
            .map(
                range ->
                    range.first().equals(range.last())
                        ? range.first()
                        : range.first() + "-" + range.last())
            .toList());
  }
}
