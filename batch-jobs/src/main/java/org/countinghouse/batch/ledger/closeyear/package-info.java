/** The job {@code ledger.close-year}. */
@NullMarked
package org.countinghouse.batch.ledger.closeyear;

import org.jspecify.annotations.NullMarked;
