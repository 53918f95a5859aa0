/** The job {@code ledger.post-recurring}. */
@NullMarked
package org.countinghouse.batch.ledger.postrecurring;

import org.jspecify.annotations.NullMarked;
