package org.countinghouse.close;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * One item of the checklist of a closing, with the evidence of the last time it was looked at.
 *
 * @param key stable id
 * @param kind who does it
 * @param position place in the list; an item never stands before one it waits for
 * @param owner the role that answers for it
 * @param after keys of the items it waits for
 * @param checkedBy who had it checked, did it, or signed it off
 * @param evidence what was found
 * @param jobRunId the run of the batch job that did it
 * @param signOff what belongs to an item people sign off; null for any other
 * @param vouched the balances it vouched for when it was done, beside those of now
 */
public record ChecklistItem(
    String key,
    Kind kind,
    int position,
    String titleEnglish,
    String titleGerman,
    String owner,
    List<String> after,
    State state,
    @Nullable String checkedBy,
    @Nullable String checkedFor,
    @Nullable Instant checkedAt,
    Readiness evidence,
    @Nullable UUID jobRunId,
    @Nullable SignOff signOff,
    List<VouchedBalance> vouched) {

  public ChecklistItem {
    after = List.copyOf(after);
    vouched = List.copyOf(vouched);
  }

  /** Who does an item. */
  public enum Kind {
    /** A module answers whether it is ready. */
    CHECK,
    /** A batch job does it. */
    ROUTINE,
    /** A person of the owning role signs it off. */
    MANUAL,
    /** The close itself does it, at the end. */
    STEP
  }

  /** Where an item stands. */
  public enum State {
    /** An item before it is not done. */
    WAITING,
    /** Something is open. */
    OPEN,
    DONE
  }

  /**
   * What people are to sign off, and what they said and showed.
   *
   * @param instructions what is to be looked at; may be empty
   * @param required what they must give
   * @param accounts the accounts whose balances it vouches for
   * @param note what they said
   * @param documentId what they showed
   * @param decertifiedAt when a balance was found to have moved; null while it has not
   */
  public record SignOff(
      String instructions,
      ManualItem.Evidence required,
      Set<String> accounts,
      @Nullable String note,
      @Nullable UUID documentId,
      @Nullable Instant decertifiedAt) {}

  /** Whether nothing is left to do. */
  public boolean isDone() {
    return state == State.DONE;
  }

  /** The balances that are not what the item vouched for any more. */
  public List<VouchedBalance> moved() {
    return vouched.stream().filter(VouchedBalance::hasMoved).toList();
  }
}
