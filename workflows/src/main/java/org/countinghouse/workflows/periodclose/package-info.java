/**
 * The process {@code period-close}: what its activities call, how they read and write variables,
 * and how a closing that was started over REST or by a job finds its process.
 */
@NullMarked
package org.countinghouse.workflows.periodclose;

import org.jspecify.annotations.NullMarked;
