package org.countinghouse.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way, sent or parked.
 *
 * @param recipient the address
 * @param username whose it is; null for an address of no user
 * @param body plain text
 * @param language BCP 47
 * @param attempts how often sending was tried
 * @param nextAttemptAt when it is tried; null once sent or parked
 * @param lastError why the latest try failed
 */
public record QueuedMail(
    UUID id,
    UUID organizationId,
    String template,
    String recipient,
    @Nullable String username,
    String subject,
    String body,
    String language,
    String dedupKey,
    State state,
    int attempts,
    Instant queuedAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt,
    @Nullable String lastError) {

  /** Where a mail stands. */
  public enum State {
    /** Waits for its next try. */
    QUEUED,
    /** Handed to the mail server, or written as a file. */
    SENT,
    /** Not tried any more until somebody says so. */
    PARKED
  }
}
