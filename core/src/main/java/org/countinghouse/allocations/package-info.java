/**
 * Costs shared by cost centres: rules say which costs are carried on, to whom, and by what driver
 * (fixed shares, people or square metres, balances of an account).
 *
 * <p>Rules run in the order of their steps, so that what one brings to a pool the next carries on
 * (step-down). What a rule has to have posted for a month follows from the books and its driver
 * alone; a run posts the difference to what it posted before. A rule never sees what rules of its
 * own or later steps posted, so running a month again changes nothing.
 */
@NullMarked
package org.countinghouse.allocations;

import org.jspecify.annotations.NullMarked;
