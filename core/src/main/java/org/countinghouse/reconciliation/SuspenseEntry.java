package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry, or the rest of one, that nobody could explain yet.
 *
 * @param amount of the entry, money out below zero
 * @param open what is still to be explained
 * @param suggestedAccount what was decided on this counterparty before; null when nothing was
 * @param suggestedCostCentre with it
 * @param decisions how often in a row
 */
public record SuspenseEntry(
    UUID entryId,
    UUID organizationId,
    UUID bankAccountId,
    UUID statementId,
    LocalDate bookedOn,
    BigDecimal amount,
    BigDecimal open,
    String currency,
    @Nullable String counterpartyName,
    String remittance,
    @Nullable String endToEndId,
    @Nullable String returnCode,
    @Nullable String suggestedAccount,
    @Nullable String suggestedCostCentre,
    int decisions) {}
