package org.countinghouse.jobs;

import java.util.UUID;

/**
 * A run ended in one of the finished states. Published in the transaction that ends it; a failed
 * run may be retried and finish again.
 */
public record JobFinished(UUID runId, UUID organizationId, String job, JobState state) {}
