package org.countinghouse.payments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment a bank's statement shows.
 *
 * @param entryId the entry that shows it; a batch entry may show several
 * @param bookedOn the day the bank booked it
 */
public record Settled(UUID paymentId, UUID entryId, LocalDate bookedOn) {}
