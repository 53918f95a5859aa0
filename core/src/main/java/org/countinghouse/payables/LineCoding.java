package org.countinghouse.payables;

import org.jspecify.annotations.Nullable;

/** Where a line goes in our books. */
public record LineCoding(String account, @Nullable String costCentre, String taxCode) {}
