package org.countinghouse.ledger;

import java.util.UUID;

/**
 * The end of a fiscal year's chain: whoever keeps it can later prove that nothing before it was
 * changed, removed or inserted.
 *
 * @param journals how many journals the chain holds; the last one's number
 * @param hash SHA-256, 64 hex digits
 */
public record ChainHead(
    UUID organizationId, String series, int fiscalYear, long journals, String hash) {}
