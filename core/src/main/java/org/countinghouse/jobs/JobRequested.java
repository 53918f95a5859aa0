package org.countinghouse.jobs;

import java.util.UUID;
import org.countinghouse.access.Actor;

/**
 * Somebody wants a job run that no process owns yet. Published in the requesting transaction; the
 * engine starts its process {@code job-run} for it in the same one.
 */
public record JobRequested(UUID runId, UUID organizationId, String job, Actor requestedBy) {}
