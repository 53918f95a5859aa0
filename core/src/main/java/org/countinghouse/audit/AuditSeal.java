package org.countinghouse.audit;

import java.time.Instant;

/**
 * A seal over a block of rows and everything sealed before.
 *
 * @param number 1, 2, 3, … without a gap
 * @param rowCount how many rows this one covers
 * @param chainHash SHA-256 in hexadecimal; the head stands for the whole log
 */
public record AuditSeal(long number, Instant sealedAt, int rowCount, String chainHash) {}
