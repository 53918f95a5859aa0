/** The job {@code ledger.close-period}. */
@NullMarked
package org.countinghouse.batch.ledger.closeperiod;

import org.jspecify.annotations.NullMarked;
