package org.countinghouse.routes.inbox;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.countinghouse.exchange.Handling;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Handles documents on as many threads as there are processors: those it is told of at once, and by
 * a sweep those whose next attempt is due, whoever received them and whatever became of him. Runs
 * only where routes run.
 */
@Component
public class InboxWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
  private static final int SWEEP_LIMIT = 1000;

  private final Handling handling;
  private final boolean enabled;
  private final int threads;
  private final Duration sweepInterval;
  private final Set<UUID> queued = ConcurrentHashMap.newKeySet();
  private @Nullable ExecutorService workers;
  private @Nullable ScheduledExecutorService sweeper;

  InboxWorker(
      Handling handling,
      @Value("${camel.main.auto-startup:true}") boolean enabled,
      @Value("${countinghouse.exchange.inbox.threads:0}") int threads,
      @Value("${countinghouse.exchange.inbox.sweep-interval:5s}") Duration sweepInterval) {
    this.handling = handling;
    this.enabled = enabled;
    this.threads = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    this.sweepInterval = sweepInterval;
  }

  /** Has a received document handled soon. Does nothing when it is queued already, or at rest. */
  public synchronized void submit(UUID inboxDocument) {
    if (workers != null && queued.add(inboxDocument)) {
      workers.execute(() -> handle(inboxDocument));
    }
  }

  @Override
  public boolean isAutoStartup() {
    return enabled;
  }

  @Override
  public synchronized void start() {
    workers = Executors.newFixedThreadPool(threads, new CustomizableThreadFactory("inbox-"));
    sweeper =
        Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("inbox-sweep-"));
    sweeper.scheduleWithFixedDelay(this::sweep, 0, sweepInterval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    ExecutorService stopping;
    synchronized (this) {
      if (sweeper != null) {
        sweeper.shutdownNow();
      }
      stopping = workers;
      workers = null;
    }
    if (stopping != null) {
      stopping.shutdownNow();
      awaitEnd(stopping);
    }
    queued.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return workers != null;
  }

  /** A document that is being handled gets to its end; the rest waits in the database. */
  private static void awaitEnd(ExecutorService stopping) {
    try {
      if (!stopping.awaitTermination(20, TimeUnit.SECONDS)) {
        LOG.warn("Inbox documents still being handled are left to the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(UUID id) {
    try {
      handling.handle(id);
    } catch (RuntimeException e) {
      // the database is away: the attempt is dated, a later sweep finds the document
      LOG.warn("Inbox document {} could not be handled now: {}", id, e.toString());
    } finally {
      queued.remove(id);
    }
  }

  private void sweep() {
    try {
      handling.due(SWEEP_LIMIT).forEach(this::submit);
    } catch (RuntimeException e) {
      LOG.warn("The inbox cannot be swept now: {}", e.toString());
    }
  }
}
