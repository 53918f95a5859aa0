/** The ledger as csv. */
@NullMarked
package org.countinghouse.reporting.export.csv;

import org.jspecify.annotations.NullMarked;
