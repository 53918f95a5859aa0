package org.countinghouse.batch.run;

import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.spi.RunnerReport;
import org.countinghouse.jobs.spi.RunnerReport.State;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.StepExecution;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Says in words how an execution ended. */
final class Failures {

  private static final List<Class<? extends Throwable>> PASSING =
      List.of(
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          CannotGetJdbcConnectionException.class,
          CannotCreateTransactionException.class,
          SQLTransientException.class);

  private Failures() {}

  static RunnerReport report(JobExecution execution) {
    return switch (execution.getStatus()) {
      case COMPLETED -> RunnerReport.of(State.COMPLETED);
      case STOPPED -> RunnerReport.of(State.STOPPED);
      default ->
          execution.getAllFailureExceptions().stream()
              .findFirst()
              .map(Failures::report)
              .orElseGet(() -> new RunnerReport(State.FAILED, recorded(execution), false));
    };
  }

  static RunnerReport report(Throwable failure) {
    return new RunnerReport(
        State.FAILED, text(failure), causes(failure).anyMatch(Failures::isPassing));
  }

  /** A refusal speaks for itself; anything else is named by its deepest cause. */
  private static String text(Throwable failure) {
    Optional<BusinessException> refusal =
        causes(failure)
            .filter(BusinessException.class::isInstance)
            .map(BusinessException.class::cast)
            .findFirst();
    if (refusal.isPresent()) {
      return refusal.get().code().id() + ": " + refusal.get().getMessage();
    }
    Throwable deepest = causes(failure).reduce(failure, (shallow, deep) -> deep);
    return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
  }

  /** What the repository remembers of an execution that ended in another process. */
  private static String recorded(JobExecution execution) {
    return Stream.concat(
            execution.getStepExecutions().stream().map(StepExecution::getExitStatus),
            Stream.of(execution.getExitStatus()))
        .map(status -> status.getExitDescription().strip())
        .filter(description -> !description.isEmpty())
        .findFirst()
        .map(description -> description.lines().findFirst().orElse(description))
        .orElse("The job ended as " + execution.getStatus() + ".");
  }

  private static boolean isPassing(Throwable failure) {
    return PASSING.stream().anyMatch(kind -> kind.isInstance(failure));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(50);
  }
}
