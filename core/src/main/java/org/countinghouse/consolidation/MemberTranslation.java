package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * One member in the group's currency.
 *
 * @param lines its accounts, and the reserve that balances them; all sum to zero
 * @param reserveOnEquity what its capital is worth at the closing rate, less at historical rates
 * @param reserveOnResult the same for its results: closing rate less the averages of their months
 * @param reserveRounding cents of translating account by account; the three are the reserve
 */
record MemberTranslation(
    UUID memberId,
    List<ConsolidationLine> lines,
    BigDecimal reserveOnEquity,
    BigDecimal reserveOnResult,
    BigDecimal reserveRounding) {}
