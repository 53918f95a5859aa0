package org.countinghouse.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed in a run.
 *
 * @param itemId null when it concerned several items or the run
 * @param action {@code excluded}, {@code included}, {@code split}, {@code deferred}, {@code moved},
 *     {@code pay-on}, {@code left-out}
 */
public record RunChange(
    @Nullable UUID itemId, String action, String detail, String changedBy, Instant changedAt) {}
