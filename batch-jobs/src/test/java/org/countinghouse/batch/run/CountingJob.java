package org.countinghouse.batch.run;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.countinghouse.jobs.JobsError;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.annotation.BeforeStep;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.item.support.AbstractItemCountingItemStreamItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the numbers below {@code rows} into a table, ten to a chunk. It can be told to refuse one
 * number, to break at one (once), and to wait at one.
 */
@Configuration(proxyBeanMethods = false)
class CountingJob {

  static final String NAME = "test.count";
  static final int CHUNK = 10;

  /** What the tests hold the job with. */
  static class Levers {
    volatile int breakAt = -1;
    volatile int waitAt = -1;
    volatile CountDownLatch arrived = new CountDownLatch(1);
    volatile CountDownLatch release = new CountDownLatch(1);

    void reset() {
      breakAt = -1;
      waitAt = -1;
      arrived = new CountDownLatch(1);
      release = new CountDownLatch(1);
    }

    void pass(int number) {
      if (number == waitAt) {
        waitAt = -1;
        arrived.countDown();
        await(release);
      }
      if (number == breakAt) {
        breakAt = -1;
        throw new IllegalStateException("broken at " + number);
      }
    }

    static void await(CountDownLatch latch) {
      try {
        if (!latch.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody released the job");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Bean
  Levers levers(JdbcTemplate jdbc) {
    return new Levers();
  }

  @Bean
  Job count(JobRepository repository, Step countRows) {
    return new JobBuilder(NAME, repository).start(countRows).build();
  }

  @Bean
  Step countRows(ChunkSteps steps, Numbers numbers, Levers levers, JdbcTemplate jdbc) {
    return steps
        .<Integer, Integer>chunk(NAME + "/count-rows", CHUNK, number -> "number " + number)
        .reader(numbers)
        .processor(numbers::checked)
        .writer(
            chunk -> {
              chunk.getItems().forEach(levers::pass);
              jdbc.batchUpdate(
                  "insert into batch.counted (run_id, number) values (?::uuid, ?)",
                  chunk.getItems().stream()
                      .map(number -> new Object[] {numbers.runId(), number})
                      .toList());
            })
        .build();
  }

  @Bean
  @StepScope
  Numbers numbers(
      @Value("#{jobParameters['rows']}") String rows,
      @Value("#{jobParameters['refuse']}") @Nullable String refuse,
      StepProgress progress) {
    return new Numbers(
        Integer.parseInt(rows), refuse == null ? -1 : Integer.parseInt(refuse), progress);
  }

  /** Reads 0, 1, 2 … and continues after a restart where the last chunk ended. */
  static class Numbers extends AbstractItemCountingItemStreamItemReader<Integer> {
    private final List<Integer> rows;
    private final int refused;
    private final StepProgress progress;
    private int next;
    private String runId = "";

    Numbers(int rows, int refused, StepProgress progress) {
      this.rows = IntStream.range(0, rows).boxed().toList();
      this.refused = refused;
      this.progress = progress;
      setName("numbers");
    }

    @BeforeStep
    void count(StepExecution step) {
      runId = RunParameters.of(step).runId().toString();
      progress.expect(step, rows.size());
    }

    String runId() {
      return runId;
    }

    Integer checked(Integer number) {
      if (number == refused) {
        throw JobsError.PARAMETER_INVALID.with(NAME, "number", "refused");
      }
      return number;
    }

    @Override
    protected @Nullable Integer doRead() {
      return next < rows.size() ? rows.get(next++) : null;
    }

    @Override
    protected void jumpToItem(int itemIndex) {
      next = itemIndex;
    }

    @Override
    protected void doOpen() {
      next = 0;
    }

    @Override
    protected void doClose() {
      // nothing is held
    }
  }
}
