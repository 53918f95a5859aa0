package org.countinghouse.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.payables.LineCoding;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt to match came to, before it is kept.
 *
 * @param coding where the lines go, complete or not
 */
record MatchResult(
    MatchState state,
    @Nullable UUID orderId,
    @Nullable Integer orderVersion,
    @Nullable UUID creditedInvoiceId,
    Tolerances tolerances,
    List<MatchedLine> lines,
    List<Remark> remarks,
    Map<Integer, LineCoding> coding) {

  MatchResult {
    lines = List.copyOf(lines);
    remarks = List.copyOf(remarks);
    coding = Map.copyOf(coding);
  }

  /** The strongest remark decides. */
  static MatchState stateOf(List<Remark> remarks) {
    return switch (remarks.stream()
        .map(Remark::effect)
        .max(Effect::compareTo)
        .orElse(Effect.NOTE)) {
      case NOTE -> MatchState.MATCHED;
      case WAIT -> MatchState.WAITING;
      case HOLD -> MatchState.HELD;
    };
  }
}
