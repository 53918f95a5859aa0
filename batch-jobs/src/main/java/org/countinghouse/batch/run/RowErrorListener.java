package org.countinghouse.batch.run;

import java.util.List;
import java.util.function.Function;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.RowError;
import org.springframework.batch.core.SkipListener;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/** Records a skipped row, in the transaction of the chunk that skips it. */
class RowErrorListener implements SkipListener<Object, Object> {

  private final StepProgress progress;
  private final Function<Object, String> place;

  RowErrorListener(StepProgress progress, Function<Object, String> place) {
    this.progress = progress;
    this.place = place;
  }

  @Override
  public void onSkipInRead(Throwable failure) {
    record("", failure);
  }

  @Override
  public void onSkipInProcess(Object item, Throwable failure) {
    record(place.apply(item), failure);
  }

  @Override
  public void onSkipInWrite(Object item, Throwable failure) {
    record(place.apply(item), failure);
  }

  private void record(String where, Throwable failure) {
    var refusal = (BusinessException) failure; // the skip policy lets nothing else pass
    progress.setAside(
        running(),
        List.of(new RowError(refusal.code().id(), where, String.valueOf(refusal.getMessage()))));
  }

  private static StepExecution running() {
    return StepSynchronizationManager.getContext().getStepExecution();
  }
}
