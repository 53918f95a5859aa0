package org.countinghouse.access;

import java.time.LocalDate;
import java.util.UUID;

/** What is said when a substitution is granted; see {@link Substitution} for the fields. */
public record NewSubstitution(
    UUID organizationId,
    String absent,
    String substitute,
    LocalDate validFrom,
    LocalDate validUntil,
    String reason) {}
