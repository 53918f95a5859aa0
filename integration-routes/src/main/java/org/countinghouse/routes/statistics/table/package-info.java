/** Figures costs are allocated by, as CSV or workbook, from the channel {@code statistics}. */
@NullMarked
package org.countinghouse.routes.statistics.table;

import org.jspecify.annotations.NullMarked;
