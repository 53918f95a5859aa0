/** Fixed assets as CSV or workbook, from the channel {@code assets}. */
@NullMarked
package org.countinghouse.routes.assets.table;

import org.jspecify.annotations.NullMarked;
