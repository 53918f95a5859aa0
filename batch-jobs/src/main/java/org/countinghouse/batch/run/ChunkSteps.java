package org.countinghouse.batch.run;

import java.util.function.Function;
import org.countinghouse.errors.BusinessException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.FaultTolerantStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Begins the definition of a chunk step that sets bad rows aside: a row whose processing or writing
 * is refused with a {@link BusinessException} becomes a row error of the run, and the rest goes on.
 * Any other exception fails the step, since it is a fault of ours and not of the row.
 */
@Component
public class ChunkSteps {

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final StepProgress progress;

  ChunkSteps(
      JobRepository repository, PlatformTransactionManager transactions, StepProgress progress) {
    this.repository = repository;
    this.transactions = transactions;
    this.progress = progress;
  }

  /**
   * A step that commits every {@code size} rows.
   *
   * @param name the job's name, a slash, the step's name
   * @param place how a person finds a row again: its line, its document number
   * @param <I> what is read; the place is told of it
   * @param <O> what is written
   */
  public <I, O> FaultTolerantStepBuilder<I, O> chunk(
      String name, int size, Function<Object, String> place) {
    return new StepBuilder(name, repository)
        .<I, O>chunk(size, transactions)
        .faultTolerant()
        .skipPolicy((failure, count) -> failure instanceof BusinessException)
        // refusals come before the first write, so the chunk's other rows are sound
        .noRollback(BusinessException.class)
        .listener(new RowErrorListener(progress, place));
  }
}
