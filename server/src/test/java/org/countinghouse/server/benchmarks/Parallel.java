package org.countinghouse.server.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work many times, by several threads at once, the same number on every side. */
final class Parallel {

  static final int THREADS = 4;

  private Parallel() {}

  /** Returns when all of it is done; the first failure ends the measurement. */
  static boolean times(int times, Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        all.add(
            () -> {
              work.run();
              return true;
            });
      }
      for (Future<Boolean> one : threads.invokeAll(all)) {
        one.get();
      }
      return true;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }
}
