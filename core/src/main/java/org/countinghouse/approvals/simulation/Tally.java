package org.countinghouse.approvals.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.countinghouse.approvals.ApprovalRequest.State;
import org.countinghouse.approvals.Decision;
import org.countinghouse.approvals.PastApproval;
import org.countinghouse.approvals.simulation.SimulationReport.Change;
import org.countinghouse.approvals.simulation.SimulationReport.Level;
import org.countinghouse.approvals.simulation.SimulationReport.Outcome;
import org.countinghouse.approvals.simulation.SimulationReport.PersonLoad;
import org.countinghouse.approvals.simulation.SimulationReport.Problem;
import org.countinghouse.approvals.simulation.SimulationReport.RoleLoad;
import org.countinghouse.approvals.simulation.SimulationReport.Summary;
import org.countinghouse.money.Money;

/** Counts outcomes together. */
final class Tally {

  private Tally() {}

  static Summary summary(List<Outcome> outcomes, List<PastApproval> past) {
    Map<Change, Integer> changes = new EnumMap<>(Change.class);
    Map<Problem, Integer> problems = new EnumMap<>(Problem.class);
    Map<String, Money> touchless = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      changes.merge(outcome.change(), 1, Integer::sum);
      outcome.would().stream()
          .map(Level::problem)
          .filter(problem -> problem != null)
          .forEach(problem -> problems.merge(problem, 1, Integer::sum));
      Money amount = outcome.amount();
      if (outcome.change() == Change.TOUCHLESS && amount != null) {
        touchless.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
      }
    }
    boolean kindHasInputs = outcomes.stream().anyMatch(outcome -> !outcome.inputs().isEmpty());
    return new Summary(
        outcomes.size(),
        count(outcomes, outcome -> outcome.state() == State.APPROVED),
        count(outcomes, outcome -> outcome.state() == State.REJECTED),
        changes,
        touchless,
        past.stream().mapToInt(approval -> approval.decisions().size()).sum(),
        outcomes.stream().mapToInt(outcome -> reached(outcome.would()).size()).sum(),
        sum(outcomes, Outcome::took),
        sum(outcomes, Outcome::wouldTake),
        count(outcomes, outcome -> outcome.was().stream().anyMatch(Tally::isProblem)),
        count(outcomes, outcome -> outcome.would().stream().anyMatch(Tally::isProblem)),
        problems,
        count(outcomes, Outcome::nobodyBinds),
        count(outcomes, Outcome::rejectionLost),
        kindHasInputs ? count(outcomes, outcome -> outcome.inputs().isEmpty()) : 0);
  }

  static List<RoleLoad> roles(List<Outcome> outcomes, List<PastApproval> past, Times times) {
    Map<String, List<Level>> was = byRole(outcomes, Outcome::was);
    Map<String, List<Level>> would = byRole(outcomes, Outcome::would);
    Map<String, Integer> decided = new TreeMap<>();
    past.stream()
        .flatMap(approval -> approval.decisions().stream())
        .forEach(decision -> decided.merge(decision.role(), 1, Integer::sum));
    var roles = new TreeSet<>(was.keySet());
    roles.addAll(would.keySet());
    return roles.stream()
        .map(
            role ->
                new RoleLoad(
                    role,
                    decided.getOrDefault(role, 0),
                    would.getOrDefault(role, List.of()).size(),
                    times.typicalOf(role),
                    sum(was.getOrDefault(role, List.of()), Level::time),
                    sum(would.getOrDefault(role, List.of()), Level::time)))
        .toList();
  }

  static List<PersonLoad> people(List<Outcome> outcomes, List<PastApproval> past) {
    Map<String, int[]> counts = new TreeMap<>();
    for (PastApproval approval : past) {
      for (Decision decision : approval.decisions()) {
        counts.computeIfAbsent(decision.decidedBy(), name -> new int[3])[0]++;
      }
    }
    for (Outcome outcome : outcomes) {
      for (Level level : reached(outcome.would())) {
        for (String person : level.people()) {
          int[] count = counts.computeIfAbsent(person, name -> new int[3]);
          count[1]++;
          count[2] += level.people().size() == 1 ? 1 : 0;
        }
      }
    }
    List<PersonLoad> people = new ArrayList<>();
    counts.forEach((name, count) -> people.add(new PersonLoad(name, count[0], count[1], count[2])));
    return people;
  }

  private static Map<String, List<Level>> byRole(
      List<Outcome> outcomes, Function<Outcome, List<Level>> levels) {
    Map<String, List<Level>> byRole = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      reached(levels.apply(outcome))
          .forEach(
              level -> byRole.computeIfAbsent(level.role(), role -> new ArrayList<>()).add(level));
    }
    return byRole;
  }

  private static List<Level> reached(List<Level> levels) {
    return levels.stream().filter(Level::reached).toList();
  }

  private static boolean isProblem(Level level) {
    return level.problem() != null;
  }

  private static int count(List<Outcome> outcomes, java.util.function.Predicate<Outcome> which) {
    return (int) outcomes.stream().filter(which).count();
  }

  private static <T> Duration sum(List<T> all, Function<T, Duration> time) {
    return all.stream().map(time).reduce(Duration.ZERO, Duration::plus);
  }
}
