package org.countinghouse.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ledger.DraftLine;
import org.countinghouse.ledger.JournalDraft;

/**
 * One journal of the sample books, balanced.
 *
 * @param source the system it comes from, such as {@code SALES}
 * @param reference unique within the source and the company
 */
public record SampleEntry(
    LocalDate date, String source, String reference, String description, List<DraftLine> lines) {

  public SampleEntry {
    lines = List.copyOf(lines);
  }

  /** The same as a draft of the import's module, to be posted one by one. */
  public JournalDraft draft(UUID organizationId) {
    return new JournalDraft(
        organizationId, date, description, "journals:" + source, reference, lines);
  }
}
