package org.countinghouse.procurement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that can be ordered, as requesters know it.
 *
 * @param code capital letters, digits, hyphens; never changes
 * @param account where it is booked
 * @param taxCode proposed for its lines
 * @param receiptRequired whether its receipt is recorded before its invoice is paid; false for
 *     services
 * @param standard taken for lines of orders agreed elsewhere that name none; one at most
 * @param active false: nothing new is ordered under it
 */
public record Category(
    UUID organizationId,
    String code,
    String name,
    String account,
    @Nullable String taxCode,
    boolean receiptRequired,
    boolean standard,
    boolean active) {}
