/** The job {@code ledger.revalue-currency}. */
@NullMarked
package org.countinghouse.batch.ledger.revaluecurrency;

import org.jspecify.annotations.NullMarked;
