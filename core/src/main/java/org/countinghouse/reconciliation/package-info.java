/**
 * What the entries of our banks' statements mean: payments of ours, suppliers' invoices, the bank's
 * fees, whatever rules say; the rest stands in suspense until somebody explains it.
 *
 * <p>Everything a bank books is posted in the transaction that takes its statement in, explained or
 * not, so that the account in the books equals the bank's at any time. Explanations are sets of
 * rows found by a fixed number of statements, however many entries there are.
 */
@NullMarked
package org.countinghouse.reconciliation;

import org.jspecify.annotations.NullMarked;
