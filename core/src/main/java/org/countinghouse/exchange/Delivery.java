package org.countinghouse.exchange;

import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier hands in.
 *
 * @param name what the sender called it: for people to read, never a path
 * @param key names this one delivery (a message id; a file's path, time and inode), so that a
 *     carrier that died before it could put its copy away and delivers again gets the same
 *     document, not a duplicate; null when the carrier can't deliver twice
 * @param content read to its end, not closed
 */
public record Delivery(
    UUID organizationId,
    String channel,
    String name,
    String mediaType,
    @Nullable String key,
    InputStream content) {}
