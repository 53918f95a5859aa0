package org.countinghouse.close;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as it was issued, without its content.
 *
 * @param knownAt the figures are those known at this instant
 * @param sha256 of the file
 * @param fingerprint of the key it was signed with
 * @param previousId the certificate of the same month before it
 */
public record IssuedCertificate(
    UUID id,
    UUID organizationId,
    UUID closingId,
    LocalDate firstDay,
    String number,
    Instant knownAt,
    String figuresHash,
    String sha256,
    String fingerprint,
    @Nullable UUID previousId,
    Instant issuedAt) {

  /** The month. */
  public YearMonth period() {
    return YearMonth.from(firstDay);
  }
}
