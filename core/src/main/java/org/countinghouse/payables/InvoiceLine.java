package org.countinghouse.payables;

import org.jspecify.annotations.Nullable;

/**
 * A line as the document states it, and where it goes.
 *
 * @param position counted from 1 in the document's order
 * @param coding null until somebody coded it
 */
public record InvoiceLine(int position, ReceivedLine stated, @Nullable LineCoding coding) {}
