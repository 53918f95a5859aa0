package org.countinghouse.reporting;

import java.time.Instant;

/**
 * An account that somebody put on another line than the definition of its country says.
 *
 * @param statement {@code profit-and-loss}, {@code balance-sheet}, {@code cash-flow}
 * @param line key of the line
 * @param assignedBy user name
 */
public record StatementAssignment(
    String statement, String account, String line, String assignedBy, Instant assignedAt) {}
