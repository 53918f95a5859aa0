package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What explains an entry, or a part of it, and why.
 *
 * @param kind {@code PAYMENT}, {@code RETURN}, {@code ITEM}, {@code ACCOUNT} or {@code CHARGES}
 * @param basis what it rests on: {@code END_TO_END}, {@code REFERENCE}, {@code COUNTERPARTY},
 *     {@code RULE}, {@code LEARNED}, {@code BANK} or {@code MANUAL}
 * @param account of the ledger it was posted to
 * @param reversesId the explanation this one takes back
 */
public record Explanation(
    UUID id,
    UUID entryId,
    String kind,
    String basis,
    @Nullable UUID paymentId,
    @Nullable UUID itemId,
    @Nullable UUID ruleId,
    String account,
    @Nullable String costCentre,
    BigDecimal amount,
    String currency,
    UUID journalId,
    @Nullable UUID reversesId,
    @Nullable String reason,
    String clearedBy,
    Instant clearedAt) {}
