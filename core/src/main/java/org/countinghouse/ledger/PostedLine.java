package org.countinghouse.ledger;

import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line in the books; debit positive, credit negative.
 *
 * @param text the line's own or else the journal's description
 */
public record PostedLine(
    int lineNo,
    String account,
    Money amount,
    Money baseAmount,
    @Nullable String costCentre,
    @Nullable String project,
    String text) {}
