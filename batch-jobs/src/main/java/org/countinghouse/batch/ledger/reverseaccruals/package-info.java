/** The job {@code ledger.reverse-accruals}. */
@NullMarked
package org.countinghouse.batch.ledger.reverseaccruals;

import org.jspecify.annotations.NullMarked;
