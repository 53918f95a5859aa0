/** The trial balance: every account's debits, credits and balance, as of a day, as known then. */
@NullMarked
package org.countinghouse.reporting.report.trialbalance;

import org.jspecify.annotations.NullMarked;
