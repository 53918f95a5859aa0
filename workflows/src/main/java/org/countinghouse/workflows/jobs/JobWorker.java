package org.countinghouse.workflows.jobs;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.Jobs;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on job tasks: takes a lease, has the run worked on, keeps the lease while that lasts, and
 * ends the task with the run.
 *
 * <p>Whose lease has run out is believed dead, and whoever takes the task next continues the run
 * where its last chunk committed. A worker that finds its lease lost stops at once; what it could
 * still write is refused by the {@link JobRunner}.
 */
@Component
public class JobWorker {

  private static final Logger log = LoggerFactory.getLogger(JobWorker.class);
  private static final int TRIES = 3;
  private static final Duration LOOK = Duration.ofMillis(200);

  /** Unlike any other process's, and any earlier one's: a lease never passes to a successor. */
  private final String worker = ManagementFactory.getRuntimeMXBean().getName() + "/" + Ids.next();

  private final JobLeases leases;
  private final JobRunner runner;
  private final Jobs jobs;
  private final JobWorkerSettings settings;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  JobWorker(JobLeases leases, JobRunner runner, Jobs jobs, JobWorkerSettings settings) {
    this.leases = leases;
    this.runner = runner;
    this.jobs = jobs;
    this.settings = settings;
  }

  /** A task this worker holds the lease of. */
  private record Held(String taskId, JobRun run, int triesLeft) {}

  /** Takes as many waiting tasks as this node has room for, and begins to work on them. */
  synchronized void take() {
    int room = runner.capacity();
    if (room > 0) {
      leases.take(worker, room).forEach(this::begin);
    }
  }

  private void begin(JobTask job) {
    String taskId = job.id();
    JobRun run;
    try {
      run = leases.run(job);
    } catch (BusinessException | IllegalStateException e) {
      leases.refuse(worker, taskId, describe(e));
      return;
    }
    Integer retries = job.retries();
    var lease = new Held(taskId, run, retries == null ? TRIES : retries);
    held.put(taskId, lease);
    try {
      if (!isComplete(run)) {
        jobs.started(run.id(), worker, job.processInstanceId());
        runner.start(run);
        log.info("Job {} {} is worked on", run.job(), run.id());
      }
    } catch (BusinessException e) {
      fail(lease, describe(e));
    }
  }

  /** Looks how the runs stand, and ends the tasks of those that have ended. */
  synchronized void settle() {
    held.values().forEach(this::settle);
  }

  private void settle(Held lease) {
    RunnerReport report = runner.report(lease.run());
    switch (report.state()) {
      case RUNNING -> {
        // goes on; the heartbeat keeps the lease
      }
      case COMPLETED -> complete(lease);
      case FAILED -> failed(lease, report);
      case STOPPED -> release(lease);
      case ABSENT, ELSEWHERE -> drop(lease);
    }
  }

  private void complete(Held lease) {
    try {
      leases.complete(worker, lease.taskId(), lease.run().id());
      held.remove(lease.taskId());
      log.info("Job {} {} is complete", lease.run().job(), lease.run().id());
    } catch (OptimisticLockingException e) {
      log.debug("Completing {} collided and is tried again", lease.run().id(), e);
    } catch (RuntimeException e) {
      if (!leases.renew(worker, lease.taskId())) {
        drop(lease);
        return;
      }
      log.error("Job {} is complete, but its process cannot go on", lease.run().id(), e);
      fail(lease, "The job is done, but its process could not go on. " + describe(e));
    }
  }

  private void failed(Held lease, RunnerReport report) {
    String error = report.error() == null ? "The job failed." : report.error();
    int left = lease.triesLeft() - 1;
    if (report.passing() && left > 0) {
      log.warn("Job {} {} rests: {}", lease.run().job(), lease.run().id(), error);
      leases.postpone(worker, lease.taskId(), error, left);
      held.remove(lease.taskId());
    } else {
      fail(lease, error);
    }
  }

  private void fail(Held lease, String error) {
    log.warn("Job {} {} failed: {}", lease.run().job(), lease.run().id(), error);
    leases.fail(worker, lease.taskId(), lease.run().id(), error);
    held.remove(lease.taskId());
  }

  /** Keeps all leases; stops the work whose lease is lost. */
  void renew() {
    for (Held lease : held.values()) {
      if (!leases.renew(worker, lease.taskId()) && held.containsKey(lease.taskId())) {
        drop(lease);
      }
    }
  }

  /** The lease is lost: another worker has it, or the process was cancelled. */
  private void drop(Held lease) {
    held.remove(lease.taskId());
    runner.stop(lease.run());
    log.warn("The lease of job {} {} is lost", lease.run().job(), lease.run().id());
    if (!leases.exists(lease.taskId())) {
      jobs.failed(lease.run().id(), "The process it belongs to was ended.");
    }
  }

  private void release(Held lease) {
    leases.release(lease.taskId());
    held.remove(lease.taskId());
    log.info("Job {} {} stopped and waits to go on", lease.run().job(), lease.run().id());
  }

  /** Asks all work to stop at its next save point. */
  void stop() {
    held.values().forEach(lease -> runner.stop(lease.run()));
  }

  /** Whether no lease is held any more. */
  boolean isIdle() {
    return held.isEmpty();
  }

  /**
   * Works on this run and no other until it has ended, or until another worker has ended it. For
   * the command line, whose process does not look for work by itself.
   *
   * @return the run as it ended, complete or failed
   * @throws InterruptedException when the thread was interrupted; the lease is given back
   */
  public JobRun workOn(UUID runId) throws InterruptedException {
    long beat = System.nanoTime();
    try {
      while (!jobs.get(runId).state().isFinished()) {
        if (held.isEmpty()) {
          leases.take(worker, runId).ifPresent(this::begin);
        }
        settle();
        if (System.nanoTime() - beat > settings.heartbeat().toNanos()) {
          beat = System.nanoTime();
          renew();
        }
        Thread.sleep(LOOK.toMillis());
      }
      return jobs.get(runId);
    } catch (InterruptedException e) {
      List.copyOf(held.values())
          .forEach(
              lease -> {
                runner.stop(lease.run());
                release(lease);
              });
      throw e;
    }
  }

  private static boolean isComplete(JobRun run) {
    return switch (run.state()) {
      case COMPLETED, COMPLETED_WITH_EXCEPTIONS -> true;
      case REQUESTED, RUNNING, FAILED -> false;
    };
  }

  private static String describe(RuntimeException e) {
    return e instanceof BusinessException refusal
        ? refusal.code().id() + ": " + refusal.getMessage()
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
