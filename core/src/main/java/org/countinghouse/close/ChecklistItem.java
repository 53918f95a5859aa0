package org.countinghouse.close;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countinghouse.close.spi.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * One item of the checklist of a closing, with the evidence of the last time it was looked at.
 *
 * @param key stable id
 * @param position place in the list; an item never stands before one it waits for
 * @param after keys of the items it waits for
 * @param checkedBy who had it checked, or did it
 * @param evidence what was found
 * @param jobRunId the run of the batch job that did it
 */
public record ChecklistItem(
    String key,
    int position,
    String titleEnglish,
    String titleGerman,
    List<String> after,
    State state,
    @Nullable String checkedBy,
    @Nullable String checkedFor,
    @Nullable Instant checkedAt,
    Readiness evidence,
    @Nullable UUID jobRunId) {

  public ChecklistItem {
    after = List.copyOf(after);
  }

  /** Where an item stands. */
  public enum State {
    /** An item before it is not done. */
    WAITING,
    /** Something is open. */
    OPEN,
    DONE
  }

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return state == State.DONE;
  }
}
