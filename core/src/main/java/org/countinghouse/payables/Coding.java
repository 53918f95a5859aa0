package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a claim is to be booked.
 *
 * @param lines by line position; every line must be there
 * @param postingDate day it counts in the books
 * @param dueOn last day to pay; null keeps what the document or the terms say
 * @param baseRate units of base currency for one of the document's; null: the published rate of the
 *     posting date, and none in base currency
 */
public record Coding(
    Map<Integer, LineCoding> lines,
    LocalDate postingDate,
    @Nullable LocalDate dueOn,
    @Nullable BigDecimal baseRate) {

  public Coding {
    lines = Map.copyOf(lines);
  }

  /** The same at this rate. */
  Coding at(@Nullable BigDecimal rate) {
    return new Coding(lines, postingDate, dueOn, rate);
  }
}
