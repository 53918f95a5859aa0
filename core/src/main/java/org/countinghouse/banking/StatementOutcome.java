package org.countinghouse.banking;

import java.util.List;
import java.util.UUID;
import org.countinghouse.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What became of one statement of a file.
 *
 * @param name of the statement, as the bank says it
 * @param accountCode ours it is about; null when it is none of ours
 * @param statementId as it is kept; null where nothing is: a look into the day
 * @param entries it has
 * @param newEntries of these, those that no earlier statement had brought
 * @param findings why it is held; empty otherwise
 */
public record StatementOutcome(
    String name,
    @Nullable String accountCode,
    @Nullable UUID statementId,
    Kind kind,
    int entries,
    int newEntries,
    List<Finding> findings) {

  /** Keeps its own copy of the findings. */
  public StatementOutcome {
    findings = List.copyOf(findings);
  }

  /** What can become of a statement. */
  public enum Kind {
    /** Its new entries are in the books. */
    BOOKED,
    /** Everything it says was known; nothing changed. */
    ALREADY_THERE,
    /** Kept aside with its findings, nothing of it booked: somebody has to look. */
    HELD,
    /** A look into the day or a notification: its entries come again, nothing is kept. */
    FOR_INFORMATION
  }
}
