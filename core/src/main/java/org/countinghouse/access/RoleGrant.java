package org.countinghouse.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role as one user holds it.
 *
 * @param organizationId null for a role of the whole installation
 */
public record RoleGrant(
    String role, @Nullable UUID organizationId, String assignedBy, Instant assignedAt) {}
