package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to close a month. Life: checking → in review → approved → closed; from review back to
 * checking as often as it takes; withdrawn at any time before closed.
 *
 * @param firstDay first day of the month
 * @param sequence first, second, … attempt at this month
 * @param number what people call it: {@code CLOSE-2026-10-1}
 * @param preparedBy who started it; never approves it
 * @param preparedFor whom this person stood in for
 * @param submittedBy who reviewed the trial balance and submitted it; never approves it either
 * @param figuresHash hash of the trial balance that was submitted
 * @param workbookId the stored workbook of it
 * @param approvedBy the second person
 * @param approvedFor whom this person stood in for
 * @param closedAt the instant of the hard close; figures are certified as known then
 * @param remark why it was sent back or withdrawn, the last time
 */
public record Closing(
    UUID id,
    UUID organizationId,
    LocalDate firstDay,
    int sequence,
    String number,
    State state,
    String preparedBy,
    @Nullable String preparedFor,
    Instant startedAt,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt,
    @Nullable String figuresHash,
    @Nullable UUID workbookId,
    @Nullable String approvedBy,
    @Nullable String approvedFor,
    @Nullable Instant approvedAt,
    @Nullable Instant closedAt,
    @Nullable Instant endedAt,
    @Nullable String remark) {

  /** Where a closing stands. */
  public enum State {
    CHECKING,
    IN_REVIEW,
    APPROVED,
    CLOSED,
    WITHDRAWN
  }

  /** The month. */
  public YearMonth period() {
    return YearMonth.from(firstDay);
  }

  /** The day its figures are as of. */
  public LocalDate lastDay() {
    return period().atEndOfMonth();
  }

  /** Everybody who had a hand in it and may therefore not approve it. */
  public Set<String> makers() {
    Set<String> makers = new TreeSet<>();
    makers.add(preparedBy);
    if (preparedFor != null) {
      makers.add(preparedFor);
    }
    if (submittedBy != null) {
      makers.add(submittedBy);
    }
    return makers;
  }

  void requireState(State... allowed) {
    for (State state : allowed) {
      if (this.state == state) {
        return;
      }
    }
    throw CloseError.CLOSING_STATE.with(number, state, allowed[0]);
  }
}
