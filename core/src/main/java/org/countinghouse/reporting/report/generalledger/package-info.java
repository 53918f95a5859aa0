/** The general ledger in detail: every line of every account. */
@NullMarked
package org.countinghouse.reporting.report.generalledger;

import org.jspecify.annotations.NullMarked;
