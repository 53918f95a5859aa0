package org.countinghouse.approvals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countinghouse.access.Access;
import org.countinghouse.access.ApprovalLimits;
import org.countinghouse.access.Substitutions;
import org.countinghouse.approvals.LevelRule.Authority;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may decide at this moment: the role's holders whose limit covers the amount, minus the makers
 * and those who decided already, and whoever stands in for one of them today.
 */
@Component
class ApprovalCandidates {

  private final Access access;
  private final ApprovalLimits limits;
  private final Substitutions substitutions;
  private final Organizations organizations;
  private final ApprovalMapper mapper;
  private final Clock clock;

  ApprovalCandidates(
      Access access,
      ApprovalLimits limits,
      Substitutions substitutions,
      Organizations organizations,
      ApprovalMapper mapper,
      Clock clock) {
    this.access = access;
    this.limits = limits;
    this.substitutions = substitutions;
    this.organizations = organizations;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * One entry per person, a person's own right before a substitution, the current level before one
   * that is asked by escalation.
   */
  List<Candidate> of(ApprovalRequest request) {
    return of(request, mapper.listDecisions(List.of(request.id())));
  }

  /** The same for who has read what was decided so far. */
  List<Candidate> of(ApprovalRequest request, List<Decision> decided) {
    Set<String> excluded = excluded(request, decided);
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(request.organizationId()).zone()));
    Map<String, Candidate> own = new LinkedHashMap<>();
    for (int level = request.level(); level <= request.offeredUpTo(); level++) {
      holders(request, level, excluded)
          .forEach(holder -> own.putIfAbsent(holder.username(), holder));
    }
    Map<String, Candidate> all = new LinkedHashMap<>(own);
    Map<String, List<String>> substitutes =
        substitutions.activeFor(own.keySet(), request.organizationId(), today);
    for (Candidate holder : own.values()) {
      substitutes.getOrDefault(holder.username(), List.of()).stream()
          .filter(substitute -> !excluded.contains(substitute))
          .forEach(substitute -> all.putIfAbsent(substitute, standIn(substitute, holder)));
    }
    return List.copyOf(all.values());
  }

  private Stream<Candidate> holders(ApprovalRequest request, int level, Set<String> excluded) {
    LevelRule rule = request.levels().get(level - 1);
    List<String> holders =
        access.usersWithRole(rule.role(), request.organizationId()).stream()
            .filter(username -> !excluded.contains(username))
            .toList();
    @Nullable Money amount = request.amount();
    if (amount == null || rule.authority() == Authority.ENDORSES) {
      return holders.stream()
          .map(username -> new Candidate(username, level, rule.role(), null, null));
    }
    Map<String, Money> upTo =
        limits.upTo(
            holders,
            rule.role(),
            request.organizationId(),
            request.subjectType(),
            request.costCentre());
    return upTo.entrySet().stream()
        .filter(entry -> entry.getValue().compareTo(amount) >= 0)
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Candidate(entry.getKey(), level, rule.role(), null, entry.getValue()));
  }

  private static Candidate standIn(String substitute, Candidate holder) {
    return new Candidate(
        substitute, holder.level(), holder.role(), holder.username(), holder.limit());
  }

  /** The makers, and everybody who decided or for whom somebody decided. */
  private static Set<String> excluded(ApprovalRequest request, List<Decision> decided) {
    Stream<String> deciders =
        decided.stream()
            .flatMap(
                decision ->
                    decision.onBehalfOf() == null
                        ? Stream.of(decision.decidedBy())
                        : Stream.of(decision.decidedBy(), decision.onBehalfOf()));
    return Stream.concat(request.makers().stream(), deciders).collect(Collectors.toSet());
  }
}
