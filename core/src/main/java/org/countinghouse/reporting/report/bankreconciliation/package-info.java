/** Each bank account on a day: what the bank says, what the books say, and what is in between. */
@NullMarked
package org.countinghouse.reporting.report.bankreconciliation;

import org.jspecify.annotations.NullMarked;
