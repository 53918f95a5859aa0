package org.countinghouse.approvals.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Access;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.approvals.ApprovalRequest;
import org.countinghouse.approvals.LevelRule;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.approvals.simulation.SimulationReport.Problem;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether the people of today could decide at given levels: by role, limit, not being a maker, and
 * each at one level only. Remembers who holds what for the time of one simulation. Substitutions
 * are left out: they are for days, a policy is not.
 */
final class Staffing {

  private final Access access;
  private final ApprovalLimits limits;
  private final Map<Holding, List<String>> holders = new HashMap<>();
  private final Map<Limits, Map<String, Money>> known = new HashMap<>();

  private record Holding(UUID organizationId, String role) {}

  private record Limits(
      UUID organizationId, String role, String subject, @Nullable String costCentre) {}

  /** Who could decide at a level; the problem is null when somebody can. */
  record Staffed(LevelRule rule, List<String> people, @Nullable Problem problem) {}

  Staffing(Access access, ApprovalLimits limits) {
    this.access = access;
    this.limits = limits;
  }

  /** Every level with its people, in order. */
  List<Staffed> of(ApprovalRequest request, List<LevelRule> levels) {
    List<Staffed> each = levels.stream().map(rule -> alone(request, rule)).toList();
    Set<Integer> matched = distinct(each);
    List<Staffed> all = new ArrayList<>();
    for (int i = 0; i < each.size(); i++) {
      Staffed level = each.get(i);
      boolean twice = level.problem() == null && !matched.contains(i);
      all.add(twice ? new Staffed(level.rule(), level.people(), Problem.SAME_PERSON_TWICE) : level);
    }
    return all;
  }

  private Staffed alone(ApprovalRequest request, LevelRule rule) {
    List<String> people =
        holders.computeIfAbsent(
            new Holding(request.organizationId(), rule.role()),
            key -> access.usersWithRole(key.role(), key.organizationId()));
    if (people.isEmpty()) {
      return new Staffed(rule, List.of(), Problem.NOBODY_HOLDS_ROLE);
    }
    List<String> able = able(request, rule, people);
    if (able.isEmpty()) {
      return new Staffed(rule, List.of(), Problem.LIMIT_TOO_LOW);
    }
    List<String> free = able.stream().filter(name -> !request.makers().contains(name)).toList();
    return new Staffed(rule, free, free.isEmpty() ? Problem.ONLY_MAKERS : null);
  }

  private List<String> able(ApprovalRequest request, LevelRule rule, List<String> people) {
    Money amount = request.amount();
    if (amount == null || rule.authority() == Authority.ENDORSES) {
      return people;
    }
    Map<String, Money> upTo =
        known.computeIfAbsent(
            new Limits(
                request.organizationId(), rule.role(), request.subjectType(), request.costCentre()),
            key ->
                limits.upTo(
                    people, key.role(), key.organizationId(), key.subject(), key.costCentre()));
    return people.stream()
        .filter(username -> upTo.containsKey(username) && upTo.get(username).compareTo(amount) >= 0)
        .toList();
  }

  /**
   * The levels that can be decided by different people, as many as can be, earlier ones first
   * (Kuhn's augmenting paths).
   */
  private static Set<Integer> distinct(List<Staffed> levels) {
    Map<String, Integer> taken = new HashMap<>();
    Set<Integer> matched = new HashSet<>();
    for (int level = 0; level < levels.size(); level++) {
      if (assign(level, levels, taken, new HashSet<>())) {
        matched.add(level);
      }
    }
    return matched;
  }

  private static boolean assign(
      int level, List<Staffed> levels, Map<String, Integer> taken, Set<String> tried) {
    for (String person : levels.get(level).people()) {
      if (tried.add(person)) {
        Integer other = taken.get(person);
        if (other == null || assign(other, levels, taken, tried)) {
          taken.put(person, level);
          return true;
        }
      }
    }
    return false;
  }
}
