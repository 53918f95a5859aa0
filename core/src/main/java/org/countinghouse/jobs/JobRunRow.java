package org.countinghouse.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code shared.job_runs}, its parameters still JSON, with the count of its row errors.
 */
record JobRunRow(
    UUID id,
    UUID organizationId,
    String job,
    String parameters,
    String state,
    String requestedBy,
    @Nullable String onBehalfOf,
    Instant requestedAt,
    int attempts,
    @Nullable String worker,
    @Nullable String origin,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String error,
    long rowErrors) {}
