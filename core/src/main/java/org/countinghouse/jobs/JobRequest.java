package org.countinghouse.jobs;

import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;

/**
 * The wish to have a job run once.
 *
 * @param job the job's name, such as {@code ledger.close-period}
 * @param organizationId whose data it works on
 * @param parameters what the job needs to know, such as {@code period} → {@code 2026-10}; names and
 *     values are the job's own
 * @param requestedBy who answers for it
 */
public record JobRequest(
    String job, UUID organizationId, Map<String, String> parameters, Actor requestedBy) {

  public JobRequest {
    parameters = Map.copyOf(parameters);
  }
}
