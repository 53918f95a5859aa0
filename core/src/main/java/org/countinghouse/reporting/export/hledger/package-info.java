/** The ledger as hledger. */
@NullMarked
package org.countinghouse.reporting.export.hledger;

import org.jspecify.annotations.NullMarked;
