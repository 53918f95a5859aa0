package org.countinghouse.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about users or their rights was changed. Published in the changing transaction.
 *
 * @param action past tense: created, granted, revoked, disabled, …
 * @param oldValues what was so before; null when there was nothing
 * @param newValues what is so now; null when there is nothing
 */
public record AccessChanged(
    @Nullable UUID organizationId,
    Actor actor,
    String action,
    String resource,
    String resourceId,
    @Nullable Object oldValues,
    @Nullable Object newValues) {}
