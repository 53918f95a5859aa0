package org.countinghouse.exchange;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a document is: {@code RECEIVED} (to be handled, now or at its next attempt) → {@code
 * IN_PROGRESS} (its effect was started and ends later, such as an import job) → one outcome. {@code
 * RECEIVED} may go to an outcome at once.
 */
public enum InboxState {
  /** Stored, not handled yet; also while a failed attempt waits for the next. */
  RECEIVED,
  /** Handled, but what it started has not ended. */
  IN_PROGRESS,
  /** Taken in; the links say what was created. */
  ACCEPTED,
  /** Known already; the link says which was first. No effect. */
  DUPLICATE,
  /** Its content is wrong; the findings say where. No effect. */
  REJECTED,
  /** We could not handle it though we tried again; parked until somebody replays it. No effect. */
  FAILED;

  /** Whether the document still waits for its outcome. */
  public boolean isOpen() {
    return this == RECEIVED || this == IN_PROGRESS;
  }

  /** The name in tables, reports and the REST API: {@code in-progress}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The state of this code.
   *
   * @throws org.countinghouse.errors.BusinessException {@code exchange.state-unknown}
   */
  public static InboxState ofCode(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(() -> ExchangeError.STATE_UNKNOWN.with(code));
  }
}
