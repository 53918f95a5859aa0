/**
 * What we owe: suppliers, their invoices and credit notes, and what of it is due.
 *
 * <p>An invoice comes in exactly once ({@link org.countinghouse.payables.Payables#receive}), is
 * coded to accounts and cost centres, approved by somebody who did not code it, posted to the
 * ledger in the approving transaction, and stands as a due item until it is paid. Processes are not
 * known here: the events tell who wants to listen.
 */
@NullMarked
package org.countinghouse.payables;

import org.jspecify.annotations.NullMarked;
