package org.countinghouse.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deed as it stands in the log.
 *
 * @param oldValues JSON
 * @param newValues JSON
 * @param seal number of the seal over it; null until the background sealing reached it
 */
public record AuditRecord(
    UUID id,
    Instant occurredAt,
    @Nullable UUID organizationId,
    String username,
    @Nullable String onBehalfOf,
    String action,
    String resource,
    String resourceId,
    @Nullable String oldValues,
    @Nullable String newValues,
    @Nullable Long seal) {}
