package org.countinghouse.workflows.jobs;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the worker of a server work: one thread looks for work, another keeps the leases, so that a
 * process that takes long to go on after a job cannot cost the other jobs their leases.
 */
@Component
@EnableConfigurationProperties(JobWorkerSettings.class)
class JobWorkerLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(JobWorkerLoop.class);

  /** Starts after, and stops before, whatever the jobs and their processes may use. */
  private static final int PHASE = Integer.MAX_VALUE - 512;

  private final JobWorker worker;
  private final JobWorkerSettings settings;
  private final boolean commandLine;
  private @Nullable ScheduledExecutorService threads;
  private volatile boolean taking;

  JobWorkerLoop(
      JobWorker worker,
      JobWorkerSettings settings,
      @Value("${countinghouse.command-line:false}") boolean commandLine) {
    this.worker = worker;
    this.settings = settings;
    this.commandLine = commandLine;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.enabled() && !commandLine;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public synchronized void start() {
    var executor =
        Executors.newScheduledThreadPool(2, new CustomizableThreadFactory("job-worker-"));
    long poll = settings.poll().toMillis();
    long heartbeat = settings.heartbeat().toMillis();
    taking = true;
    executor.scheduleWithFixedDelay(guarded(this::work), 0, poll, TimeUnit.MILLISECONDS);
    executor.scheduleWithFixedDelay(
        guarded(worker::renew), heartbeat, heartbeat, TimeUnit.MILLISECONDS);
    threads = executor;
  }

  private void work() {
    worker.settle();
    if (taking) {
      worker.take();
    }
  }

  /** Looks for work once the running transaction has committed, instead of at the next turn. */
  void wakeAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake();
          }
        });
  }

  private synchronized void wake() {
    if (threads != null && taking) {
      threads.execute(guarded(worker::take));
    }
  }

  /**
   * Stops the work at its save points and gives the leases back; what does not stop in time keeps
   * its lease until that runs out.
   */
  @Override
  public void stop() {
    ScheduledExecutorService executor;
    synchronized (this) {
      executor = threads;
      threads = null;
      taking = false;
    }
    if (executor == null) {
      return;
    }
    worker.stop();
    long until = System.nanoTime() + settings.grace().toNanos();
    try {
      while (!worker.isIdle() && System.nanoTime() < until) {
        TimeUnit.MILLISECONDS.sleep(50);
        guarded(worker::settle).run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }

  /** A trouble of one turn (a lost connection) must not end the turns that follow. */
  private static Runnable guarded(Runnable turn) {
    return () -> {
      try {
        turn.run();
      } catch (RuntimeException e) {
        log.error("A turn of the job worker failed; the next one tries again", e);
      }
    };
  }
}
