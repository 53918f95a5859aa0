package org.countinghouse.server.api.approvals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.simulation.SimulationReport;
import org.countinghouse.money.Money;
import org.countinghouse.server.api.approvals.ApprovalViews.Amount;
import org.jspecify.annotations.Nullable;

/** What the API tells of a simulation. Times are working hours with two decimals. */
final class SimulationViews {

  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private SimulationViews() {}

  /** See {@link SimulationReport}; the requests are cut to a number. */
  record SimulationView(
      String table,
      String subjectType,
      List<String> organizations,
      LocalDate from,
      LocalDate to,
      Instant generatedAt,
      SummaryView summary,
      List<OutcomeView> requests,
      List<RoleView> roles,
      List<SimulationReport.PersonLoad> people) {

    static SimulationView of(SimulationReport report, int limit) {
      return new SimulationView(
          report.table(),
          report.subjectType(),
          report.organizations(),
          report.from(),
          report.to(),
          report.generatedAt(),
          SummaryView.of(report.summary()),
          report.requests().stream().limit(limit).map(OutcomeView::of).toList(),
          report.roles().stream().map(RoleView::of).toList(),
          report.people());
    }
  }

  /** See {@link SimulationReport.Summary}. */
  record SummaryView(
      int requests,
      int approved,
      int rejected,
      Map<SimulationReport.Change, Integer> changes,
      List<Amount> touchlessAmounts,
      int asked,
      int wouldAsk,
      BigDecimal hoursTaken,
      BigDecimal hoursEstimated,
      BigDecimal hoursDifference,
      int problemsBefore,
      int problems,
      Map<SimulationReport.Problem, Integer> problemsByKind,
      int nobodyBinds,
      int rejectionsLost,
      int withoutInputs) {

    static SummaryView of(SimulationReport.Summary sums) {
      return new SummaryView(
          sums.requests(),
          sums.approved(),
          sums.rejected(),
          sums.changes(),
          sums.touchlessAmounts().values().stream().flatMap(SimulationViews::amount).toList(),
          sums.asked(),
          sums.wouldAsk(),
          inHours(sums.took()),
          inHours(sums.wouldTake()),
          inHours(sums.difference()),
          sums.problemsBefore(),
          sums.problems(),
          sums.problemsByKind(),
          sums.nobodyBinds(),
          sums.rejectionsLost(),
          sums.withoutInputs());
    }
  }

  /** See {@link SimulationReport.Outcome}. */
  record OutcomeView(
      String organization,
      String reference,
      String title,
      @Nullable Amount amount,
      @Nullable String costCentre,
      Map<String, String> inputs,
      Instant requestedAt,
      ApprovalRequest.State state,
      List<LevelView> was,
      List<LevelView> would,
      SimulationReport.Change change,
      boolean nobodyBinds,
      boolean rejectionLost,
      BigDecimal hoursTaken,
      BigDecimal hoursEstimated) {

    static OutcomeView of(SimulationReport.Outcome outcome) {
      return new OutcomeView(
          outcome.organization(),
          outcome.reference(),
          outcome.title(),
          Amount.of(outcome.amount()),
          outcome.costCentre(),
          outcome.inputs(),
          outcome.requestedAt(),
          outcome.state(),
          outcome.was().stream().map(LevelView::of).toList(),
          outcome.would().stream().map(LevelView::of).toList(),
          outcome.change(),
          outcome.nobodyBinds(),
          outcome.rejectionLost(),
          inHours(outcome.took()),
          inHours(outcome.wouldTake()));
    }
  }

  /** See {@link SimulationReport.Level}. */
  record LevelView(
      int level,
      String role,
      LevelRule.Authority authority,
      List<String> people,
      SimulationReport.@Nullable Problem problem,
      BigDecimal hours,
      boolean measured,
      boolean reached) {

    static LevelView of(SimulationReport.Level level) {
      return new LevelView(
          level.level(),
          level.role(),
          level.authority(),
          level.people(),
          level.problem(),
          inHours(level.time()),
          level.measured(),
          level.reached());
    }
  }

  /** See {@link SimulationReport.RoleLoad}. */
  record RoleView(
      String role,
      int decided,
      int wouldBeAsked,
      @Nullable BigDecimal typicalHours,
      BigDecimal hoursTaken,
      BigDecimal hoursEstimated) {

    static RoleView of(SimulationReport.RoleLoad load) {
      Duration typical = load.typical();
      return new RoleView(
          load.role(),
          load.decided(),
          load.wouldBeAsked(),
          typical == null ? null : inHours(typical),
          inHours(load.took()),
          inHours(load.wouldTake()));
    }
  }

  private static Stream<Amount> amount(Money money) {
    return Stream.ofNullable(Amount.of(money));
  }

  private static BigDecimal inHours(Duration time) {
    return BigDecimal.valueOf(time.toSeconds()).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
  }
}
