package org.countinghouse.audit;

/**
 * A seal that does not hold.
 *
 * @param number of the seal
 * @param fault what is wrong with it: rows missing or added, rows changed, chain broken
 */
public record SealFault(long number, String fault) {}
