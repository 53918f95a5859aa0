/** The job {@code ledger.prove-balances}. */
@NullMarked
package org.countinghouse.batch.ledger.provebalances;

import org.jspecify.annotations.NullMarked;
