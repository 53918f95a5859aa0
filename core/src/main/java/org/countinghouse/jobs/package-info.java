/**
 * What a job run is to the rest of the system: asked for, worked on, finished, with what was set
 * aside.
 *
 * <p>A run is asked for with {@link org.countinghouse.jobs.Jobs#request} and from then on belongs
 * to the workflow engine, which holds it as an external task: the task's lock is the lease of the
 * node that works on it. The work itself is done behind {@link
 * org.countinghouse.jobs.spi.JobRunner}. This module knows neither the engine nor the batch
 * framework; it keeps the journal both write to and everybody reads.
 */
@ApplicationModule(allowedDependencies = {"access", "errors", "ids"})
@NullMarked
package org.countinghouse.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
