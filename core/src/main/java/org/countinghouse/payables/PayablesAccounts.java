package org.countinghouse.payables;

/**
 * The accounts of the general ledger that payables post to.
 *
 * @param creditors control account of what we owe suppliers
 * @param prepayments what suppliers got in advance
 * @param rounding differences a supplier's rounding leaves
 */
public record PayablesAccounts(String creditors, String prepayments, String rounding) {}
