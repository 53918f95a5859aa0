package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate a consolidation rests on.
 *
 * @param currency of a member
 * @param kind closing, average of a month, or historical
 * @param rateDate the day it was looked up for; of an average, the first of its month
 * @param rate group currency for one of the member's
 * @param publishedOn the day it was published
 */
public record ConsolidationRate(
    String currency,
    Translation kind,
    LocalDate rateDate,
    BigDecimal rate,
    LocalDate publishedOn,
    String source) {}
