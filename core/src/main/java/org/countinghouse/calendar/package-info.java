/** Working time: which hours of which days people of an organization can be expected to act. */
@NullMarked
package org.countinghouse.calendar;

import org.jspecify.annotations.NullMarked;
