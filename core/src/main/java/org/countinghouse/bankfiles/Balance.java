package org.countinghouse.bankfiles;

import java.time.LocalDate;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an account held.
 *
 * @param amount below zero when overdrawn
 * @param on the day, when the bank says so
 */
public record Balance(Money amount, @Nullable LocalDate on) {}
