package org.countinghouse.approvals.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.Decision;
import org.countinghouse.approvals.Decision.Verdict;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.approvals.PastApproval;
import org.countinghouse.approvals.simulation.SimulationReport.Change;
import org.countinghouse.approvals.simulation.SimulationReport.Level;
import org.countinghouse.approvals.simulation.SimulationReport.Outcome;
import org.countinghouse.approvals.simulation.Staffing.Staffed;
import org.jspecify.annotations.Nullable;

/** Decides one past request again: a role that decided then takes as long and says the same. */
final class Replay {

  private final DraftPolicy draft;
  private final Staffing staffing;
  private final Times times;
  private final Map<UUID, String> codes;

  Replay(DraftPolicy draft, Staffing staffing, Times times, Map<UUID, String> codes) {
    this.draft = draft;
    this.staffing = staffing;
    this.times = times;
    this.codes = codes;
  }

  Outcome outcome(PastApproval past) {
    ApprovalRequest request = past.request();
    List<LevelRule> drafted =
        draft.levels(
            new DraftPolicy.Question(request.amount(), request.costCentre(), request.inputs()));
    List<Level> was = was(past);
    List<Level> would = would(past, drafted);
    return new Outcome(
        Objects.requireNonNull(codes.get(request.organizationId())),
        request.reference(),
        request.title(),
        request.amount(),
        request.costCentre(),
        request.inputs(),
        request.requestedAt(),
        request.state(),
        was,
        would,
        change(request.levels(), drafted),
        nobodyBinds(request, drafted),
        rejecter(past) != null && !asks(drafted, past),
        total(was),
        total(would));
  }

  private List<Level> was(PastApproval past) {
    List<Staffed> staffed = staffing.of(past.request(), past.request().levels());
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < staffed.size(); i++) {
      @Nullable Decision decision = decisionAt(past, i + 1);
      levels.add(
          level(
              i + 1,
              staffed.get(i),
              decision == null ? Duration.ZERO : times.of(decision),
              decision != null,
              decision != null));
    }
    return levels;
  }

  /** Up to the rejection that was given, if the one who gave it is asked at all. */
  private List<Level> would(PastApproval past, List<LevelRule> drafted) {
    List<Staffed> staffed = staffing.of(past.request(), drafted);
    List<Decision> unused = new ArrayList<>(past.decisions());
    List<Level> levels = new ArrayList<>();
    boolean open = true;
    for (int i = 0; i < staffed.size(); i++) {
      LevelRule rule = staffed.get(i).rule();
      @Nullable Decision own = take(unused, rule.role());
      Duration time = own == null ? times.expected(rule) : times.of(own);
      levels.add(level(i + 1, staffed.get(i), open ? time : Duration.ZERO, own != null, open));
      open = open && (own == null || own.verdict() == Verdict.APPROVED);
    }
    return levels;
  }

  private static Level level(
      int number, Staffed staffed, Duration time, boolean measured, boolean reached) {
    return new Level(
        number,
        staffed.rule().role(),
        staffed.rule().authority(),
        staffed.people(),
        staffed.problem(),
        time,
        measured,
        reached);
  }

  private static @Nullable Decision take(List<Decision> unused, String role) {
    for (Decision decision : unused) {
      if (decision.role().equals(role)) {
        unused.remove(decision);
        return decision;
      }
    }
    return null;
  }

  private static @Nullable Decision decisionAt(PastApproval past, int level) {
    return past.decisions().stream()
        .filter(decision -> decision.level() == level)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Decision rejecter(PastApproval past) {
    return past.decisions().stream()
        .filter(decision -> decision.verdict() == Verdict.REJECTED)
        .findFirst()
        .orElse(null);
  }

  /** Whether the draft asks the role that rejected. */
  private static boolean asks(List<LevelRule> drafted, PastApproval past) {
    @Nullable Decision rejection = rejecter(past);
    return rejection != null
        && drafted.stream().anyMatch(rule -> rule.role().equals(rejection.role()));
  }

  /** Somebody is asked, there is an amount, and nobody's limit counts. */
  private static boolean nobodyBinds(ApprovalRequest request, List<LevelRule> drafted) {
    return request.amount() != null
        && !drafted.isEmpty()
        && drafted.stream().noneMatch(rule -> rule.authority() == Authority.DECIDES);
  }

  private static Duration total(List<Level> levels) {
    return levels.stream().map(Level::time).reduce(Duration.ZERO, Duration::plus);
  }

  private static Change change(List<LevelRule> was, List<LevelRule> would) {
    if (would.isEmpty()) {
      return Change.TOUCHLESS;
    }
    if (would.size() != was.size()) {
      return would.size() > was.size() ? Change.MORE : Change.FEWER;
    }
    for (int i = 0; i < was.size(); i++) {
      boolean same =
          was.get(i).role().equals(would.get(i).role())
              && was.get(i).authority() == would.get(i).authority();
      if (!same) {
        return Change.OTHER;
      }
    }
    return Change.SAME;
  }
}
