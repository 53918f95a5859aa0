package org.countinghouse.approvals;

import java.time.Duration;

/**
 * One level a request must pass.
 *
 * @param role whose holders are asked
 * @param remindAfter working time until they are reminded
 * @param escalateAfter working time until the next level is asked as well
 */
public record LevelRule(
    String role, Authority authority, Duration remindAfter, Duration escalateAfter) {

  /** What agreement at a level means. */
  public enum Authority {
    /** Says that it is right; needs no limit. A later level decides. */
    ENDORSES,
    /** Binds the organization: the decider's limit must cover the amount. */
    DECIDES
  }
}
