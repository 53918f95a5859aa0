package org.countinghouse.close;

import java.util.UUID;
import org.countinghouse.close.spi.ReadinessCheck.Title;

/**
 * Somebody is to sign an item of a closing off: for the first time, or again since a balance it
 * vouched for moved. Published in the transaction that found it; may come again while nobody has.
 *
 * @param number of the closing
 * @param owner the role that is to do it
 */
public record SignOffDue(
    UUID closingId,
    UUID organizationId,
    String number,
    String itemKey,
    Title title,
    String owner) {}
