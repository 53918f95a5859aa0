package org.countinghouse.journals;

import java.util.List;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A manual journal with all its parts.
 *
 * @param lines as entered
 * @param completed as they would be posted now, or as they were; empty when they cannot be
 * @param total the debits, in base currency
 * @param findings everything that keeps it from being posted; empty when it can be, or was
 */
public record ManualJournalDetails(
    ManualJournal journal,
    @Nullable Schedule schedule,
    List<ManualLine> lines,
    List<ManualLine> completed,
    Money total,
    List<Finding> findings) {

  public ManualJournalDetails {
    lines = List.copyOf(lines);
    completed = List.copyOf(completed);
    findings = List.copyOf(findings);
  }
}
