package org.countinghouse.audit;

import java.util.UUID;
import org.countinghouse.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One deed.
 *
 * @param organizationId null when it concerns the whole installation
 * @param action past tense: posted, approved, revoked, …
 * @param resource what kind of thing, spelt as in permissions: {@code payables.invoice}
 * @param resourceId which one: id or number
 * @param oldValues before, stored as JSON; never secrets, bank details in clear or whole documents
 * @param newValues after, likewise
 */
public record AuditEntry(
    @Nullable UUID organizationId,
    Actor actor,
    String action,
    String resource,
    String resourceId,
    @Nullable Object oldValues,
    @Nullable Object newValues) {}
