package org.countinghouse.journals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to have posted.
 *
 * @param postingDate decides fiscal year and period; of a recurring journal, the day of its first
 *     posting
 * @param reverseOn an accrual: the day its mirror image is posted
 * @param schedule a recurring journal: when it is posted again
 * @param documentId the stored file it was read from, or the voucher behind it
 */
public record JournalContent(
    LocalDate postingDate,
    String description,
    @Nullable LocalDate reverseOn,
    @Nullable Schedule schedule,
    ManualJournal.Origin origin,
    @Nullable UUID documentId,
    List<ManualLine> lines) {

  public JournalContent {
    lines = List.copyOf(lines);
  }

  /** A plain journal that was typed in. */
  public static JournalContent of(
      LocalDate postingDate, String description, List<ManualLine> lines) {
    return new JournalContent(
        postingDate, description, null, null, ManualJournal.Origin.TYPED, null, lines);
  }

  /** The same, undone on this day. */
  public JournalContent reversedOn(LocalDate day) {
    return new JournalContent(postingDate, description, day, schedule, origin, documentId, lines);
  }

  /** The same, posted by this schedule. */
  public JournalContent by(Schedule when) {
    return new JournalContent(
        when.firstOn(), description, reverseOn, when, origin, documentId, lines);
  }
}
