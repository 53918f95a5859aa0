/** The profit and loss account, as the statement definitions describe it. */
@NullMarked
package org.countinghouse.reporting.report.profitandloss;

import org.jspecify.annotations.NullMarked;
