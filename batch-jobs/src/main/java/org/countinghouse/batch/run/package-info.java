/**
 * How a job run becomes a Spring Batch execution: started, continued, stopped, watched. Jobs
 * themselves are folders beside this one and know only {@link
 * org.countinghouse.batch.run.RunParameters} and {@link org.countinghouse.batch.run.StepProgress}.
 */
@NullMarked
package org.countinghouse.batch.run;

import org.jspecify.annotations.NullMarked;
