package org.countinghouse.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is being asked. Life: open → approved | rejected | superseded (the subject changed).
 *
 * @param correlation what the asker knows the request by, such as a process instance; the request
 *     that supersedes another keeps it
 * @param contentHash of {@code facts}
 * @param makers who may not decide
 * @param evidence what agreeing needs to be written down; null when nothing
 * @param level the current level, counted from 1
 * @param offeredUpTo the highest level that is being asked; above {@code level} after escalation
 * @param previousId the request this one supersedes
 * @param inputs what the decision table read beside amount and cost centre
 */
public record ApprovalRequest(
    UUID id,
    UUID organizationId,
    String correlation,
    String subjectType,
    UUID subjectId,
    String reference,
    String title,
    @Nullable Money amount,
    @Nullable String costCentre,
    Set<String> makers,
    @Nullable String evidence,
    String contentHash,
    List<Fact> facts,
    State state,
    int level,
    int offeredUpTo,
    List<LevelRule> levels,
    Instant requestedAt,
    @Nullable UUID previousId,
    Map<String, String> inputs) {

  /** Where a request stands. */
  public enum State {
    OPEN,
    APPROVED,
    REJECTED,
    SUPERSEDED
  }

  /** The rule of the current level. */
  public LevelRule currentRule() {
    return levels.get(level - 1);
  }

  /** The same in another state. */
  ApprovalRequest in(State then) {
    return copy(then, level, offeredUpTo);
  }

  /** The same at another level, only that one being asked. */
  ApprovalRequest at(int then) {
    return copy(state, then, then);
  }

  private ApprovalRequest copy(State stateThen, int levelThen, int offeredThen) {
    return new ApprovalRequest(
        id,
        organizationId,
        correlation,
        subjectType,
        subjectId,
        reference,
        title,
        amount,
        costCentre,
        makers,
        evidence,
        contentHash,
        facts,
        stateThen,
        levelThen,
        offeredThen,
        levels,
        requestedAt,
        previousId,
        inputs);
  }
}
