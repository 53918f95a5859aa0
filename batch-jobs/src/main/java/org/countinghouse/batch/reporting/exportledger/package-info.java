/** The job {@code reporting.export-ledger}. */
@NullMarked
package org.countinghouse.batch.reporting.exportledger;

import org.jspecify.annotations.NullMarked;
