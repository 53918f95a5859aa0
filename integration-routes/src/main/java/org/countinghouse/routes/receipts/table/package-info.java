/** What a warehouse counted, as CSV or Excel, in channel {@code receipts}. */
@NullMarked
package org.countinghouse.routes.receipts.table;

import org.jspecify.annotations.NullMarked;
