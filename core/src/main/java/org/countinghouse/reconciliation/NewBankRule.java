package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody defines it; see {@link BankRule}.
 *
 * @param contains a text to look for as it is; or null
 * @param pattern a regular expression to look for; or null. Not both
 * @param likeEntry its counterparty's account is asked for; or null
 */
public record NewBankRule(
    String name,
    int rank,
    @Nullable UUID bankAccountId,
    @Nullable String contains,
    @Nullable String pattern,
    @Nullable UUID likeEntry,
    @Nullable BigDecimal amountFrom,
    @Nullable BigDecimal amountTo,
    String account,
    @Nullable String costCentre) {}
