/** The balance sheet, as the statement definitions describe it. */
@NullMarked
package org.countinghouse.reporting.report.balancesheet;

import org.jspecify.annotations.NullMarked;
