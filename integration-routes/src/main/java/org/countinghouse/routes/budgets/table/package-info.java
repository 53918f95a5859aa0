/** Budgets as CSV or workbook, from the channel {@code budgets}. */
@NullMarked
package org.countinghouse.routes.budgets.table;

import org.jspecify.annotations.NullMarked;
