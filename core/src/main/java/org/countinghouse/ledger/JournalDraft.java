package org.countinghouse.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A journal to be posted.
 *
 * @param postingDate decides fiscal year and period
 * @param source the module that posts, and after a colon its own distinction: {@code payables},
 *     {@code journals:BANK}. Control accounts and module locks go by the part before the colon, so
 *     it is said by the module itself, never taken from outside
 * @param sourceReference what is posted, in the source's own words; unique per source
 */
public record JournalDraft(
    UUID organizationId,
    LocalDate postingDate,
    String description,
    String source,
    String sourceReference,
    List<DraftLine> lines) {

  public JournalDraft {
    lines = List.copyOf(lines);
  }

  /** The module that posts. */
  public String module() {
    return moduleOf(source);
  }

  static String moduleOf(String source) {
    int colon = source.indexOf(':');
    return colon < 0 ? source : source.substring(0, colon);
  }
}
