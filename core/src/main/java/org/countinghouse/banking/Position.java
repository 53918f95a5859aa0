package org.countinghouse.banking;

import java.time.LocalDate;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * From where to where an account is known.
 *
 * @param firstOpening opening balance of the first statement
 * @param firstDay it covers
 * @param balance closing balance of the last statement
 * @param lastDay it covers
 * @param lastSequence the bank's number of it
 */
public record Position(
    Money firstOpening,
    LocalDate firstDay,
    Money balance,
    LocalDate lastDay,
    @Nullable Long lastSequence) {}
