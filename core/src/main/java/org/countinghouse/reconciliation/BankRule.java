package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What entries of bank statements are booked to that a rule fits.
 *
 * @param rank of several rules that fit the lowest is used
 * @param bankAccountId null: on all accounts
 * @param pattern regular expression looked for in counterparty and text, whatever the case; null:
 *     any
 * @param counterpartyKey fingerprint of the counterparty's account; null: any
 * @param amountFrom with sign, money out below zero; null: any
 */
public record BankRule(
    UUID id,
    UUID organizationId,
    String name,
    int rank,
    @Nullable UUID bankAccountId,
    @Nullable String pattern,
    @Nullable String counterpartyKey,
    @Nullable BigDecimal amountFrom,
    @Nullable BigDecimal amountTo,
    String account,
    @Nullable String costCentre,
    String createdBy) {}
