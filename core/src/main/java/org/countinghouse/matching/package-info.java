/**
 * Whether an invoice is what was ordered and received, line by line: the three-way match.
 *
 * <p>An invoice that names one of our orders is held against it ({@link
 * org.countinghouse.matching.Matching#match}). What agrees within the organization's or the
 * supplier's {@link org.countinghouse.matching.Tolerances} is coded from the order and posted
 * without anybody; what was not delivered yet waits; everything else is shown to people side by
 * side and decided line by line. Every attempt, every decision and, once posted, every pair of
 * invoice line and receipt line stays for good.
 *
 * <p>Nothing is posted when goods come: the cost stands in the books when the invoice does, at what
 * was really charged (ADR 0017).
 */
@NullMarked
package org.countinghouse.matching;

import org.jspecify.annotations.NullMarked;
