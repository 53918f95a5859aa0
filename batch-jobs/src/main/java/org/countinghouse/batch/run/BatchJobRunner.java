package org.countinghouse.batch.run;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.countinghouse.jobs.JobRun;
import org.countinghouse.jobs.JobsError;
import org.countinghouse.jobs.spi.JobRunner;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Runs jobs as Spring Batch executions on threads of this process.
 *
 * <p>A run is one batch instance; each attempt is one execution of it. Spring Batch numbers the
 * versions of a step's row and raises the number with every chunk, so a former holder of the lease
 * that was only slow fails at its next commit once {@link #start} has declared its execution dead.
 */
@Component
class BatchJobRunner implements JobRunner {

  private final Map<String, Job> jobs = new TreeMap<>();
  private final JobRepository repository;
  private final Attempts attempts;
  private final int threads;
  private final ExecutorService executor;
  private final Map<UUID, Attempt> running = new ConcurrentHashMap<>();

  BatchJobRunner(
      List<Job> jobs,
      JobRepository repository,
      Attempts attempts,
      @Value("${countinghouse.jobs.threads:2}") int threads) {
    jobs.forEach(job -> this.jobs.put(job.getName(), job));
    this.repository = repository;
    this.attempts = attempts;
    this.threads = threads;
    this.executor = Executors.newFixedThreadPool(threads, daemons());
  }

  @Override
  public Set<String> jobs() {
    return Set.copyOf(jobs.keySet());
  }

  @Override
  public int capacity() {
    long busy = running.values().stream().filter(Attempt::isRunning).count();
    return (int) Math.max(0, threads - busy);
  }

  @Override
  public synchronized void start(JobRun run) {
    Job job = jobs.get(run.job());
    if (job == null) {
      throw JobsError.UNKNOWN_JOB.with(run.job());
    }
    Attempt here = running.get(run.id());
    if (here != null && here.isRunning()) {
      return;
    }
    JobExecution last = lastExecution(run);
    if (last != null && last.getStatus() == org.springframework.batch.core.BatchStatus.COMPLETED) {
      return;
    }
    if (last != null && Attempts.isOpen(last)) {
      attempts.declareDead(last);
    }
    var attempt = new Attempt(run.id());
    running.put(run.id(), attempt);
    executor.execute(() -> work(attempt, job, run));
  }

  private void work(Attempt attempt, Job job, JobRun run) {
    attempts.execute(attempt, job, RunParameters.of(run));
    if (attempt.report().state() != State.FAILED) {
      running.remove(run.id(), attempt); // the repository knows it from here on
    }
  }

  @Override
  public RunnerReport report(JobRun run) {
    Attempt here = running.get(run.id());
    if (here != null) {
      return here.report();
    }
    JobExecution last = lastExecution(run);
    if (last == null) {
      return RunnerReport.of(State.ABSENT);
    }
    return Attempts.isOpen(last) ? RunnerReport.of(State.ELSEWHERE) : Failures.report(last);
  }

  @Override
  public void stop(JobRun run) {
    Attempt here = running.get(run.id());
    if (here != null) {
      here.stop();
    }
  }

  private @Nullable JobExecution lastExecution(JobRun run) {
    return repository.getLastJobExecution(run.job(), RunParameters.of(run));
  }

  @PreDestroy
  void shutDown() {
    executor.shutdownNow();
  }

  /** Daemons, so that a job that cannot be stopped does not keep a stopping server alive. */
  private static ThreadFactory daemons() {
    var factory = new CustomizableThreadFactory("job-");
    factory.setDaemon(true);
    return factory;
  }
}
