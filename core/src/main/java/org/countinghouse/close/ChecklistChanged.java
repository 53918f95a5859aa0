package org.countinghouse.close;

import java.util.Set;
import java.util.UUID;

/**
 * Items of a closing are not waited for any more: signed off, or the closing has ended.
 *
 * @param number of the closing
 * @param settled keys of the items
 * @param nothingOpen whether the closing, if it waits for its items, can go on
 */
public record ChecklistChanged(
    UUID closingId, UUID organizationId, String number, Set<String> settled, boolean nothingOpen) {}
