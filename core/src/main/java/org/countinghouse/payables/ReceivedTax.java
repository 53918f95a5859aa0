package org.countinghouse.payables;

import java.math.BigDecimal;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The tax of one category and rate (BG-23), exactly as stated; never recomputed.
 *
 * @param category UNCL5305 code (BT-118)
 * @param rate in percent (BT-119); null outside the scope of tax
 * @param taxable base (BT-116)
 * @param tax amount (BT-117)
 * @param exemptionReason why there is none (BT-120)
 */
public record ReceivedTax(
    String category,
    @Nullable BigDecimal rate,
    Money taxable,
    Money tax,
    @Nullable String exemptionReason) {}
