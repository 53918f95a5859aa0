package org.countinghouse.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One document that came in.
 *
 * @param name what its sender called it
 * @param documentId its bytes, in the document store
 * @param sha256 of the bytes
 * @param size in bytes
 * @param attempts how often handling was begun
 * @param nextAttemptAt when an open document is tried (again); null when settled or in progress
 * @param settledAt when it got its outcome; null while open
 * @param firstId the inbox document with the same bytes that came first, when this repeats one
 * @param summary the document in one line; empty until it was read
 * @param lastError why the last attempt failed; null when none did
 */
public record InboxDocument(
    UUID id,
    UUID organizationId,
    String channel,
    String name,
    UUID documentId,
    String sha256,
    long size,
    Instant receivedAt,
    InboxState state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant settledAt,
    @Nullable UUID firstId,
    String summary,
    @Nullable String lastError) {}
