package org.countinghouse.currency;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate as it is kept.
 *
 * @param base ISO 4217
 * @param quote ISO 4217
 * @param rate units of {@code quote} for one {@code base}
 * @param source who published it
 * @param documentId the stored file it came in; null when entered by hand
 * @param correctsId the rate it replaced
 * @param reason why it replaced that
 */
public record PublishedRate(
    UUID id,
    UUID organizationId,
    String base,
    String quote,
    LocalDate publishedOn,
    BigDecimal rate,
    String source,
    @Nullable UUID documentId,
    @Nullable UUID correctsId,
    @Nullable String reason,
    String recordedBy,
    Instant recordedAt) {}
