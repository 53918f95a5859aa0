package org.countinghouse.consolidation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.organizations.Organization;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a group's month looks like before it is closed: what is open, and whether members agree. */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class GroupOverview {

  static final String READ = "consolidation.group:read";

  private final Groups groups;
  private final GroupChart chart;
  private final ConsolidationChecks checks;
  private final Matcher matcher;
  private final FxRates rates;

  GroupOverview(
      Groups groups, GroupChart chart, ConsolidationChecks checks, Matcher matcher, FxRates rates) {
    this.groups = groups;
    this.chart = chart;
    this.checks = checks;
    this.matcher = matcher;
    this.rates = rates;
  }

  /**
   * Everything that keeps the month from being consolidated.
   *
   * @throws BusinessException {@code consolidation.not-entitled}
   */
  public List<GroupFinding> findings(Group group, YearMonth period, Actor actor) {
    groups.require(actor, READ, group);
    return checks.run(read(group), period);
  }

  /**
   * What members say about each other at the end of a month, closed or not.
   *
   * @throws BusinessException {@code consolidation.not-entitled}; {@code currency.rate-missing}
   *     where a difference has to be valued
   */
  public List<PairMatch> matching(Group group, YearMonth period, Actor actor) {
    groups.require(actor, READ, group);
    return matcher.match(read(group), period, new GroupRates(rates, group, period.atEndOfMonth()));
  }

  GroupBook read(Group group) {
    List<Organization> members = groups.members(group);
    Map<UUID, List<AccountRange>> mappings = new HashMap<>();
    members.forEach(member -> mappings.put(member.id(), chart.mapping(group, member.id())));
    return GroupBook.of(
        group,
        members,
        chart.accounts(group),
        mappings,
        chart.fixedRates(group),
        chart.pairs(group));
  }
}
