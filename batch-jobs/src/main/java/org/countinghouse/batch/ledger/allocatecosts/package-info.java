/** The job {@code ledger.allocate-costs}. */
@NullMarked
package org.countinghouse.batch.ledger.allocatecosts;

import org.jspecify.annotations.NullMarked;
