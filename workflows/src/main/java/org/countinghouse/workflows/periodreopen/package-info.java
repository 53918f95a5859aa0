/** The process {@code period-reopen}: a closed month, opened for a reason and for a while. */
@NullMarked
package org.countinghouse.workflows.periodreopen;

import org.jspecify.annotations.NullMarked;
