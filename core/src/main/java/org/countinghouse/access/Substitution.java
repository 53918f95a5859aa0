package org.countinghouse.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody stands in for somebody else on some days.
 *
 * @param validFrom first day, in the organization's zone
 * @param validUntil last day, included
 */
public record Substitution(
    UUID id,
    UUID organizationId,
    String absent,
    String substitute,
    LocalDate validFrom,
    LocalDate validUntil,
    String reason,
    String grantedBy) {}
