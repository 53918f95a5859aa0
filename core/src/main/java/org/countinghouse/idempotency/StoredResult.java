package org.countinghouse.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a command was answered the first time.
 *
 * @param requestHash SHA-256 of what was asked
 * @param status HTTP status, below 400: refusals and failures are not kept, they may be tried again
 */
public record StoredResult(
    byte[] requestHash,
    int status,
    @Nullable String contentType,
    @Nullable String location,
    byte[] body) {}
