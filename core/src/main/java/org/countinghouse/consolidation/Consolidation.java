package org.countinghouse.consolidation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to close a group's month. Life: checking → in review → approved → closed; back to
 * checking as often as it takes; withdrawn at any time before closed.
 *
 * @param organizationId the group's parent
 * @param firstDay first day of the month
 * @param sequence first, second, … attempt at this month
 * @param number what people call it: {@code HARBOUR-2026-10-1}
 * @param currency of the group
 * @param preparedBy who started it; never approves it
 * @param acceptedBy who let differences between members stand; never approves it either
 * @param acceptedReason why
 * @param submittedBy who reviewed the figures; never approves them either
 * @param figuresHash hash of the figures and of what they rest on
 * @param workbookId the stored workbook of them
 * @param approvedBy the second person
 * @param remark why it was sent back or withdrawn, the last time
 */
public record Consolidation(
    UUID id,
    UUID organizationId,
    UUID groupId,
    LocalDate firstDay,
    int sequence,
    String number,
    String currency,
    State state,
    String preparedBy,
    @Nullable String preparedFor,
    Instant startedAt,
    @Nullable String acceptedBy,
    @Nullable String acceptedFor,
    @Nullable String acceptedReason,
    @Nullable String submittedBy,
    @Nullable String submittedFor,
    @Nullable Instant submittedAt,
    @Nullable String figuresHash,
    @Nullable UUID workbookId,
    @Nullable String approvedBy,
    @Nullable String approvedFor,
    @Nullable Instant approvedAt,
    @Nullable Instant closedAt,
    @Nullable Instant endedAt,
    @Nullable String remark) {

  /** Where a consolidation stands. */
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

  /** Everybody who had a hand in it and may therefore not approve it. */
  public Set<String> makers() {
    Set<String> makers = new TreeSet<>();
    for (String name :
        new @Nullable String[] {
          preparedBy, preparedFor, acceptedBy, acceptedFor, submittedBy, submittedFor
        }) {
      if (name != null) {
        makers.add(name);
      }
    }
    return makers;
  }

  void requireState(State... allowed) {
    for (State each : allowed) {
      if (state == each) {
        return;
      }
    }
    throw ConsolidationError.STATE.with(number, state, allowed[0]);
  }
}
