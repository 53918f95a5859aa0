package org.countinghouse.approvals.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.approvals.Decision;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.PastApproval;
import org.countinghouse.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How long decisions took, in working time: from the request, or the decision before, to the
 * decision. Questions and answers are part of it.
 */
final class Times {

  private final Map<UUID, BusinessCalendar> calendars;
  private final Map<UUID, Duration> byDecision = new HashMap<>();
  private final Map<String, Duration> typicalByRole = new HashMap<>();
  private final @Nullable Duration typical;

  Times(List<PastApproval> past, Map<UUID, BusinessCalendar> calendars) {
    this.calendars = calendars;
    Map<String, List<Duration>> byRole = new HashMap<>();
    past.forEach(approval -> measure(approval, byRole));
    byRole.forEach((role, times) -> typicalByRole.put(role, median(times)));
    List<Duration> all = new ArrayList<>(byDecision.values());
    this.typical = all.isEmpty() ? null : median(all);
  }

  private void measure(PastApproval approval, Map<String, List<Duration>> byRole) {
    BusinessCalendar calendar = calendars.get(approval.request().organizationId());
    Instant since = approval.request().requestedAt();
    for (Decision decision : approval.decisions()) {
      Duration time =
          calendar == null
              ? Duration.between(since, decision.decidedAt())
              : calendar.workingTime(since, decision.decidedAt());
      byDecision.put(decision.id(), time);
      byRole.computeIfAbsent(decision.role(), role -> new ArrayList<>()).add(time);
      since = decision.decidedAt();
    }
  }

  /** What this decision took. */
  Duration of(Decision decision) {
    return byDecision.getOrDefault(decision.id(), Duration.ZERO);
  }

  /** What decisions of this role typically took; null when it took none. */
  @Nullable Duration typicalOf(String role) {
    return typicalByRole.get(role);
  }

  /**
   * What a level would probably take: as its role typically does, else as anybody does, else the
   * time after which it would be reminded.
   */
  Duration expected(LevelRule rule) {
    Duration ofRole = typicalByRole.get(rule.role());
    if (ofRole != null) {
      return ofRole;
    }
    return typical == null ? rule.remindAfter() : typical;
  }

  /** The middle one; of an even number the mean of the two in the middle. */
  static Duration median(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }
}
