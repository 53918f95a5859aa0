package org.countinghouse.jobs;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list; the newest come first.
 *
 * @param organizationIds only of these organizations; none given lists nothing
 * @param job only of this job
 * @param state only in this state
 * @param limit at most so many, up to {@value #LIMIT_MAX}
 */
public record JobRunFilter(
    List<UUID> organizationIds, @Nullable String job, @Nullable JobState state, int limit) {

  /** More than anybody reads at once. */
  public static final int LIMIT_MAX = 500;

  public JobRunFilter {
    organizationIds = List.copyOf(organizationIds);
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
  }

  /** The newest runs of these organizations. */
  public static JobRunFilter of(Collection<UUID> organizationIds) {
    return new JobRunFilter(List.copyOf(organizationIds), null, null, 100);
  }
}
