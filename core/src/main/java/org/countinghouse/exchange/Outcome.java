package org.countinghouse.exchange;

import java.util.ArrayList;
import java.util.List;
import org.countinghouse.errors.Finding;

/**
 * How the handling of a document ended, or that it goes on.
 *
 * @param state any but {@code RECEIVED}
 * @param summary the document in one line; empty when unknown
 * @param links what it created, or what it repeats
 * @param errors why it was rejected or failed
 * @param warnings what people should know although it was taken
 */
public record Outcome(
    InboxState state,
    String summary,
    List<Link> links,
    List<Finding> errors,
    List<Finding> warnings) {

  public Outcome {
    if (state == InboxState.RECEIVED) {
      throw new IllegalArgumentException("Received is no outcome");
    }
    links = List.copyOf(links);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  /** Taken; it created these. */
  public static Outcome accepted(Link... created) {
    return new Outcome(InboxState.ACCEPTED, "", List.of(created), List.of(), List.of());
  }

  /** Known already: these were first. */
  public static Outcome duplicate(Finding reason, Link... first) {
    return new Outcome(InboxState.DUPLICATE, "", List.of(first), List.of(reason), List.of());
  }

  /** Wrong; nothing was done. */
  public static Outcome rejected(List<Finding> errors) {
    return new Outcome(InboxState.REJECTED, "", List.of(), errors, List.of());
  }

  /** We failed; nothing was done. */
  public static Outcome failed(Finding error) {
    return new Outcome(InboxState.FAILED, "", List.of(), List.of(error), List.of());
  }

  /** What it started (a job) ends later, and then calls {@link Inbox#settle}. */
  public static Outcome inProgress(Link... started) {
    return new Outcome(InboxState.IN_PROGRESS, "", List.of(started), List.of(), List.of());
  }

  /** The same with these findings added as warnings. */
  public Outcome warning(List<Finding> more) {
    List<Finding> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Outcome(state, summary, links, errors, all);
  }

  /** The same, described so unless it already is. */
  public Outcome describedAs(String text) {
    return summary.isEmpty() ? new Outcome(state, text, links, errors, warnings) : this;
  }
}
