package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one line of an order still commits us to.
 *
 * @param period first day of the month in which it is expected
 * @param amount in base currency: what was ordered and is not invoiced
 */
public record OpenCommitment(
    UUID orderId,
    String number,
    @Nullable UUID supplierId,
    int position,
    String name,
    String account,
    @Nullable String costCentre,
    @Nullable String project,
    LocalDate period,
    BigDecimal amount) {}
