/** Budget against actual: what was planned, what was booked, what is left. */
@NullMarked
package org.countinghouse.reporting.report.budgetvsactual;

import org.jspecify.annotations.NullMarked;
