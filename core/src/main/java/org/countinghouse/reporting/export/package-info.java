/**
 * The ledger as text for other programs: each format is a folder here, found by being a bean of
 * {@link org.countinghouse.reporting.spi.LedgerFormat}.
 */
@NullMarked
package org.countinghouse.reporting.export;

import org.jspecify.annotations.NullMarked;
