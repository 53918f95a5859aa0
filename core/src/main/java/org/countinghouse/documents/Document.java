package org.countinghouse.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * One stored file of one organization. Two documents may share their bytes; they never share a row.
 *
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 * @param name what its sender called it: for people to read, never a path
 * @param mediaType such as {@code application/xml}
 * @param size in bytes
 */
public record Document(
    UUID id,
    UUID organizationId,
    String sha256,
    String name,
    String mediaType,
    long size,
    Instant createdAt) {}
