package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A member as a consolidation took it.
 *
 * @param certificateNumber the closing its figures are those of
 * @param certificateSha256 of the certificate's file
 * @param figuresHash of its trial balance
 * @param reserveOnEquity see {@link Translator}; debit positive
 */
public record ConsolidationMember(
    UUID memberId,
    String code,
    String name,
    String currency,
    UUID certificateId,
    String certificateNumber,
    String certificateSha256,
    String figuresHash,
    BigDecimal reserveOnEquity,
    BigDecimal reserveOnResult,
    BigDecimal reserveRounding) {}
