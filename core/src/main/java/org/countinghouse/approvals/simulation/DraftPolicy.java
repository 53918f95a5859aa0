package org.countinghouse.approvals.simulation;

import java.util.List;
import java.util.Map;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/** A policy that is not in force: it says whom it would ask. */
public interface DraftPolicy {

  /** What people know it by, such as its file's name. */
  String name();

  /** The kind of subject it is for. */
  String subjectType();

  /**
   * The levels it would ask, in order; none where it would ask nobody.
   *
   * @throws org.countinghouse.errors.BusinessException when it cannot tell
   */
  List<LevelRule> levels(Question question);

  /** What a policy may look at. */
  record Question(
      @Nullable Money amount, @Nullable String costCentre, Map<String, String> inputs) {}
}
