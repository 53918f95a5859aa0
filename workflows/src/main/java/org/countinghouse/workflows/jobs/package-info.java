/**
 * Jobs as external tasks: the engine decides which node works on a run, keeps the lease, and shows
 * what runs and what failed. The work is done behind {@link org.countinghouse.jobs.spi.JobRunner}.
 */
@NamedInterface("jobs")
@NullMarked
package org.countinghouse.workflows.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
