package org.countinghouse.reporting.report.generalledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countinghouse.reporting.ReportingError;

/**
 * Some accounts: codes and ranges of codes, parted by commas; all where there are none.
 *
 * @param ranges first and last code of each
 */
record AccountFilter(List<Range> ranges) {

  private static final int RANGES_MAX = 100;

  /** Codes from one to another, both in. */
  record Range(String from, String to) {}

  AccountFilter {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads {@code 1200,4000-4999}.
   *
   * @throws org.countinghouse.errors.BusinessException {@code reporting.parameter-invalid}
   */
  static AccountFilter parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] codes = part.strip().split("-", -1);
      boolean sound = Arrays.stream(codes).noneMatch(String::isEmpty) && codes.length <= 2;
      if (!part.isBlank()) {
        if (!sound || ranges.size() == RANGES_MAX) {
          throw ReportingError.PARAMETER_INVALID.with(
              "account", "codes and ranges like 1200,4000-4999", text);
        }
        ranges.add(new Range(codes[0], codes[codes.length - 1]));
      }
    }
    return new AccountFilter(ranges);
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  boolean contains(String account) {
    return ranges.isEmpty()
        || ranges.stream()
            .anyMatch(
                range ->
                    account.compareTo(range.from()) >= 0 && account.compareTo(range.to()) <= 0);
  }

  /** As it is written. */
  String text() {
    return String.join(
        ",",
        ranges.stream()
            .map(r -> r.from().equals(r.to()) ? r.from() : r.from() + "-" + r.to())
            .toList());
  }
}
