package org.countinghouse.consolidation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a group's figures are made by: its chart, which of it each member's accounts are, the pairs
 * of accounts between members, and rates older than the published ones.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class GroupChart {

  private final GroupMapper mapper;
  private final Groups groups;
  private final ChartOfAccounts chart;
  private final Audit audit;
  private final Clock clock;

  GroupChart(GroupMapper mapper, Groups groups, ChartOfAccounts chart, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.groups = groups;
    this.chart = chart;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds accounts to the group's chart or says anew what they are.
   *
   * @throws BusinessException {@code consolidation.account-invalid}
   */
  public void defineAccounts(Group group, List<GroupAccount> accounts, Actor by) {
    for (GroupAccount account : accounts) {
      if (account.isResult() != (account.translation() == Translation.AVERAGE)) {
        throw ConsolidationError.ACCOUNT_INVALID.with(
            account.code(), account.type(), account.translation());
      }
    }
    if (!accounts.isEmpty()) {
      mapper.insertAccounts(group, accounts);
      record(group, by, "accounts defined", null, accounts);
    }
  }

  /** The group's chart, by code. */
  @Transactional(readOnly = true)
  public List<GroupAccount> accounts(Group group) {
    return mapper.listAccounts(group.id()).stream().map(GroupMapper.AccountRow::account).toList();
  }

  /**
   * Says which of the group's accounts each of a member's accounts is part of; replaces what was
   * said before.
   *
   * @throws BusinessException {@code consolidation.member-unknown}, {@code
   *     consolidation.account-unknown}, {@code consolidation.mapping-invalid}
   */
  public void map(Group group, UUID memberId, List<AccountRange> ranges, Actor by) {
    Organization member = groups.member(group, memberId);
    List<String> known = accounts(group).stream().map(GroupAccount::code).toList();
    List<AccountRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(AccountRange::from));
    AccountRange before = null;
    for (AccountRange range : sorted) {
      if (!known.contains(range.groupAccount())) {
        throw ConsolidationError.ACCOUNT_UNKNOWN.with(group.code(), range.groupAccount());
      }
      if (range.from().compareTo(range.to()) > 0 || (before != null && range.overlaps(before))) {
        throw ConsolidationError.MAPPING_INVALID.with(range.from(), range.to(), member.code());
      }
      before = range;
    }
    List<AccountRange> was = mapper.listRanges(group.id(), memberId);
    mapper.deleteRanges(group.id(), memberId);
    if (!sorted.isEmpty()) {
      mapper.insertRanges(group, memberId, sorted);
    }
    record(group, by, "accounts of " + member.code() + " mapped", was, sorted);
  }

  /** Which of the group's accounts a member's accounts are part of. */
  @Transactional(readOnly = true)
  public List<AccountRange> mapping(Group group, UUID memberId) {
    return mapper.listRanges(group.id(), memberId);
  }

  /**
   * Pairs two accounts.
   *
   * @throws BusinessException {@code consolidation.member-unknown}, {@code ledger.account-unknown},
   *     {@code consolidation.pair-invalid}
   */
  public IntercompanyPair pair(Group group, NewPair wanted, Actor by) {
    Organization a = groups.member(group, wanted.memberA());
    Organization b = groups.member(group, wanted.memberB());
    Account accountA = chart.require(a.id(), wanted.accountA());
    Account accountB = chart.require(b.id(), wanted.accountB());
    String fault = PairRules.fault(wanted, accountA, accountB, pairs(group));
    if (fault != null) {
      throw ConsolidationError.PAIR_INVALID.with(
          a.code(), wanted.accountA(), b.code(), wanted.accountB(), fault);
    }
    UUID id = Ids.next();
    mapper.insertPair(group, id, wanted, by.username(), clock.instant());
    record(group, by, "pair made", null, wanted);
    return new IntercompanyPair(
        id,
        group.id(),
        wanted.kind(),
        wanted.name(),
        wanted.memberA(),
        wanted.accountA(),
        wanted.memberB(),
        wanted.accountB());
  }

  /**
   * Takes a pair back that was never eliminated.
   *
   * @throws BusinessException {@code consolidation.pair-unknown}, {@code consolidation.pair-used}
   */
  public void unpair(Group group, UUID pairId, Actor by) {
    IntercompanyPair pair =
        pairs(group).stream()
            .filter(each -> each.id().equals(pairId))
            .findFirst()
            .orElseThrow(() -> ConsolidationError.PAIR_UNKNOWN.with(pairId));
    if (mapper.isEliminated(pairId)) {
      throw ConsolidationError.PAIR_USED.with(pair.name());
    }
    mapper.deletePair(group.id(), pairId);
    record(group, by, "pair taken back", pair, null);
  }

  /** The group's pairs, by kind and name. */
  @Transactional(readOnly = true)
  public List<IntercompanyPair> pairs(Group group) {
    return mapper.listPairs(group.id());
  }

  /**
   * Fixes the historical rate of an account; the next consolidation takes it.
   *
   * @throws BusinessException {@code consolidation.rate-invalid}, {@code
   *     consolidation.member-unknown}, {@code ledger.account-unknown}
   */
  public void fixRate(Group group, HistoricalRate rate, Actor by) {
    groups.member(group, rate.memberId());
    chart.require(rate.memberId(), rate.account());
    if (rate.rate().signum() <= 0 || rate.reason().isBlank()) {
      throw ConsolidationError.RATE_INVALID.with(rate.rate(), rate.account());
    }
    mapper.setHistoricalRate(group, rate, by.username(), clock.instant());
    record(group, by, "historical rate fixed", null, rate);
  }

  /** The rates that were fixed. */
  @Transactional(readOnly = true)
  public List<HistoricalRate> fixedRates(Group group) {
    return mapper.listHistoricalRates(group.id());
  }

  private void record(
      Group group, Actor by, String action, @Nullable Object before, @Nullable Object after) {
    audit.record(
        new AuditEntry(
            group.organizationId(),
            by,
            action,
            "consolidation.group",
            group.code(),
            before,
            after));
  }
}
