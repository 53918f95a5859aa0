package org.countinghouse.batch.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.jobs.RowError;
import org.springframework.batch.core.StepExecution;
import org.springframework.batch.item.ExecutionContext;
import org.springframework.batch.repeat.RepeatStatus;

/**
 * Works off a list of things that are due and no longer due once they are done: some of them in
 * each transaction, what is refused set aside once.
 */
public final class DueItems {

  /** How many are done in one transaction. */
  private static final int TOGETHER = 100;

  private static final String ASIDE = "aside";
  private static final String DONE = "done";
  private static final String SEPARATOR = "\n";

  private DueItems() {}

  /**
   * Does the next of them in the caller's transaction.
   *
   * @param due everything that is due now, in a stable order; asked anew for each call
   * @param name what an item is called, unique among them; where its row errors say they are
   * @param work does one item; refuses before its first write
   * @return whether there may be more
   */
  public static <T> RepeatStatus work(
      StepExecution step,
      StepProgress progress,
      List<T> due,
      Function<T, String> name,
      Consumer<T> work) {
    ExecutionContext kept = step.getExecutionContext();
    Set<String> aside = aside(kept);
    List<T> open = due.stream().filter(item -> !aside.contains(name.apply(item))).toList();
    List<T> now = open.subList(0, Math.min(TOGETHER, open.size()));
    long done = kept.getLong(DONE, 0);
    progress.expect(step, done + aside.size() + open.size());
    List<RowError> refused = new ArrayList<>();
    for (T item : now) {
      try {
        work.accept(item);
        done++;
      } catch (BusinessException refusal) {
        aside.add(name.apply(item));
        refused.addAll(rowErrors(name.apply(item), refusal));
      }
    }
    if (!refused.isEmpty()) {
      progress.setAside(step, refused);
    }
    kept.putLong(DONE, done);
    kept.putString(ASIDE, String.join(SEPARATOR, aside));
    progress.report(step, done + aside.size());
    return RepeatStatus.continueIf(now.size() < open.size());
  }

  private static Set<String> aside(ExecutionContext kept) {
    String names = kept.getString(ASIDE, "");
    return names.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(names.split(SEPARATOR)));
  }

  private static List<RowError> rowErrors(String name, BusinessException refusal) {
    if (refusal.findings().isEmpty()) {
      return List.of(new RowError(refusal.code().id(), name, String.valueOf(refusal.getMessage())));
    }
    return refusal.findings().stream()
        .map(
            finding ->
                new RowError(
                    finding.code(), (name + " " + finding.place()).strip(), finding.message()))
        .toList();
  }
}
