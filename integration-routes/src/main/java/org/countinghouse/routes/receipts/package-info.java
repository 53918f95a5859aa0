/** The channel {@code receipts}. */
@NullMarked
package org.countinghouse.routes.receipts;

import org.jspecify.annotations.NullMarked;
