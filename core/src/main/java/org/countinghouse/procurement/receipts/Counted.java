package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of an order's line came or goes back.
 *
 * @param quantity above zero, up to six decimals
 * @param unit UN/ECE Recommendation 20; null: the unit of the order's line
 */
public record Counted(UUID orderLineId, BigDecimal quantity, @Nullable String unit) {}
