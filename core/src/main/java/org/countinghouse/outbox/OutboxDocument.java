package org.countinghouse.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way out, or delivered.
 *
 * @param channel what kind it is: {@code reports}, {@code certificates}; also the folder's name
 * @param name what its receiver sees; unique per organization and channel
 * @param documentId its bytes in the document store
 * @param attempts how often its delivery was tried
 * @param deliveredAt null while it waits
 * @param lastError why the latest try failed
 */
public record OutboxDocument(
    UUID id,
    UUID organizationId,
    String channel,
    String name,
    UUID documentId,
    Instant sentAt,
    int attempts,
    @Nullable Instant deliveredAt,
    @Nullable String lastError) {}
