package org.countinghouse.jobs.spi;

import java.util.Set;
import org.countinghouse.jobs.JobRun;

/**
 * Does the work of a run on this node.
 *
 * <p><b>Contract of the lease:</b> {@link #start} may be called only by who holds the run's lease.
 * Work that was started by somebody else and never finished is therefore dead, and {@code start}
 * takes it over: it continues where the last committed chunk ended, never from the beginning.
 * Should the former holder not be dead but only slow, its next commit must fail; the implementation
 * sees to that.
 */
public interface JobRunner {

  /** The names of all jobs this node can run, such as {@code ledger.close-period}. */
  Set<String> jobs();

  /** How many more runs this node can take now. */
  int capacity();

  /**
   * Starts the run, or continues it after a failure, a stop or the death of its node. Returns at
   * once; the work goes on in the background. Does nothing when the run is already worked on here
   * or is complete.
   *
   * @throws org.countinghouse.errors.BusinessException {@code jobs.unknown-job} when no job has the
   *     run's name
   */
  void start(JobRun run);

  /** How the run stands, as far as this node can tell. */
  RunnerReport report(JobRun run);

  /**
   * Asks the run to stop at its next save point. Returns at once; {@link #report} tells when it has
   * stopped. A later {@link #start}, here or elsewhere, continues it.
   */
  void stop(JobRun run);
}
