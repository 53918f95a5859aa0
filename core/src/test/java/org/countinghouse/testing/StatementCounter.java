package org.countinghouse.testing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Counts what a piece of work asks of PostgreSQL: every statement the driver executes on this
 * thread, each of a batch by itself, COPY and COMMIT among them. Reads the driver's own trace, so
 * nothing can slip past, and no context has to be made anew.
 */
public final class StatementCounter {

  private static final Logger TRACE =
      Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl"); // kept: loggers are held weakly

  private StatementCounter() {}

  /** How many statements it takes. */
  public static long of(Runnable work) {
    return count(
            () -> {
              work.run();
              return true;
            })
        .statements();
  }

  /** What work came to and how many statements it took. */
  public record Counted<T>(T result, long statements) {}

  /** Does it and counts. */
  public static <T> Counted<T> count(Supplier<T> work) {
    var counting = new Counting(Thread.currentThread());
    Level level = TRACE.getLevel();
    boolean parents = TRACE.getUseParentHandlers();
    TRACE.setUseParentHandlers(false);
    TRACE.addHandler(counting);
    TRACE.setLevel(Level.FINEST);
    try {
      return new Counted<>(work.get(), counting.statements.get());
    } finally {
      TRACE.setLevel(level);
      TRACE.removeHandler(counting);
      TRACE.setUseParentHandlers(parents);
    }
  }

  private static final class Counting extends Handler {

    private final Thread thread;
    private final AtomicLong statements = new AtomicLong();

    Counting(Thread thread) {
      this.thread = thread;
    }

    @Override
    public void publish(LogRecord trace) {
      String message = trace.getMessage();
      if (Thread.currentThread() == thread
          && (message.startsWith(" FE=> Execute(")
              || message.startsWith(" FE=> SimpleQuery(")
              || message.startsWith(" FE=> Query("))) {
        statements.incrementAndGet();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
