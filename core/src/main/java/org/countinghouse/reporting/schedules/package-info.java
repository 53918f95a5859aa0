/** Where schedules of reports are kept. */
@NullMarked
package org.countinghouse.reporting.schedules;

import org.jspecify.annotations.NullMarked;
