/** The cash flow statement, as the statement definitions describe it. */
@NullMarked
package org.countinghouse.reporting.report.cashflow;

import org.jspecify.annotations.NullMarked;
