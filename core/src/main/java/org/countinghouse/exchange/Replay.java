package org.countinghouse.exchange;

/**
 * A document handled again from its stored bytes.
 *
 * @param dryRun whether everything was undone afterwards
 * @param outcome what came out, or would have
 */
public record Replay(boolean dryRun, InboxDocument document, Outcome outcome) {}
