package org.countinghouse.consolidation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group's certificate as it was issued, without its content.
 *
 * @param sha256 of the file
 * @param fingerprint of the key it was signed with
 * @param previousId the certificate of the same month before it
 */
public record IssuedGroupCertificate(
    UUID id,
    UUID organizationId,
    UUID consolidationId,
    String number,
    String figuresHash,
    String sha256,
    String fingerprint,
    @Nullable UUID previousId,
    Instant issuedAt) {}
