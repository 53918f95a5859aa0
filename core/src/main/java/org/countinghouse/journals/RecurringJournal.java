package org.countinghouse.journals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A manual journal on its schedule.
 *
 * @param id of the manual journal that says what is posted
 * @param endsOn where somebody ended it: nothing due later is posted
 * @param occurrences what was posted or skipped, by day
 */
public record RecurringJournal(
    UUID id,
    UUID organizationId,
    String number,
    String description,
    Schedule schedule,
    @Nullable LocalDate endsOn,
    @Nullable String endedBy,
    @Nullable String endReason,
    List<Occurrence> occurrences) {

  public RecurringJournal {
    occurrences = List.copyOf(occurrences);
  }

  /**
   * One day of the schedule that is done with.
   *
   * @param dueOn as the schedule says, before weekends and holidays move it
   * @param journalId the journal in the books; null where it was skipped
   */
  public record Occurrence(
      LocalDate dueOn,
      @Nullable UUID journalId,
      @Nullable String skipReason,
      String recordedBy,
      Instant recordedAt) {}

  /** A day of a recurring journal that is to be posted. */
  public record Due(
      UUID organizationId,
      UUID recurringId,
      String number,
      LocalDate dueOn,
      LocalDate postingDate) {}
}
