/** The consolidated trial balance: members side by side, eliminations, and what is left. */
@NullMarked
package org.countinghouse.consolidation.report.consolidatedtrialbalance;

import org.jspecify.annotations.NullMarked;
