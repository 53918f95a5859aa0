/** The process {@code bank-reconciliation}: what a bank booked is explained by people. */
@NullMarked
package org.countinghouse.workflows.bankreconciliation;

import org.jspecify.annotations.NullMarked;
