package org.countinghouse.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list, newest first.
 *
 * @param channel only this one; null for all
 * @param state only this one; null for all
 * @param before only documents received before this one; null to start at the newest
 * @param limit at most so many, 1 to 500
 */
public record InboxQuery(
    UUID organizationId,
    @Nullable String channel,
    @Nullable InboxState state,
    @Nullable UUID before,
    int limit) {

  private static final int LIMIT_MAX = 500;

  public InboxQuery {
    limit = Math.max(1, Math.min(limit, LIMIT_MAX));
  }

  /** The newest hundred of an organization. */
  public static InboxQuery newest(UUID organizationId) {
    return new InboxQuery(organizationId, null, null, null, 100);
  }
}
