package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * The rate of an account whose money came in before the published rates of this system begin.
 *
 * @param rate group currency for one of the member's
 */
public record HistoricalRate(UUID memberId, String account, BigDecimal rate, String reason) {}
