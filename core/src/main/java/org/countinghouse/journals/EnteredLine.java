package org.countinghouse.journals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line as a person typed it or a file holds it, before anything is checked.
 *
 * @param place where findings say that it is: {@code line 3}, {@code row 7}
 * @param debit in base currency, without sign
 * @param credit in base currency, without sign
 * @param currency where the business was in another currency
 * @param currencyAmount in it: without sign beside a debit or credit; without those it carries the
 *     sign (credit negative) and is valued by the rate of the posting date
 */
public record EnteredLine(
    String place,
    @Nullable String account,
    @Nullable BigDecimal debit,
    @Nullable BigDecimal credit,
    @Nullable String currency,
    @Nullable BigDecimal currencyAmount,
    @Nullable String costCentre,
    @Nullable String project,
    @Nullable String taxCode,
    @Nullable String text) {}
