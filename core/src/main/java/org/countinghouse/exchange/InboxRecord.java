package org.countinghouse.exchange;

import java.util.List;
import org.countinghouse.errors.Finding;

/**
 * An inbox document with everything known about it.
 *
 * @param links what it created, or what it repeats
 * @param errors why it was rejected, is a duplicate or failed
 * @param warnings what was found but did not stop it
 */
public record InboxRecord(
    InboxDocument document, List<Link> links, List<Finding> errors, List<Finding> warnings) {}
