/** The job {@code ledger.import-journals}. */
@NullMarked
package org.countinghouse.batch.ledger.importjournals;

import org.jspecify.annotations.NullMarked;
