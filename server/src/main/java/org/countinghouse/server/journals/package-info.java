/** Starts, day by day, what schedules and accruals have for the day. */
@NullMarked
package org.countinghouse.server.journals;

import org.jspecify.annotations.NullMarked;
