package org.countinghouse.consolidation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.organizations.Organization;
import org.jspecify.annotations.Nullable;

/**
 * Everything said about a group, read once for one consolidation.
 *
 * @param parent whose fiscal year is the group's
 */
record GroupBook(
    Group group,
    Organization parent,
    List<Organization> members,
    Map<String, GroupAccount> accounts,
    Map<GroupPurpose, GroupAccount> purposes,
    Map<UUID, List<AccountRange>> mappings,
    Map<UUID, Map<String, BigDecimal>> fixedRates,
    List<IntercompanyPair> pairs) {

  static GroupBook of(
      Group group,
      List<Organization> members,
      List<GroupAccount> accounts,
      Map<UUID, List<AccountRange>> mappings,
      List<HistoricalRate> rates,
      List<IntercompanyPair> pairs) {
    Map<String, GroupAccount> byCode = new TreeMap<>();
    Map<GroupPurpose, GroupAccount> byPurpose = new EnumMap<>(GroupPurpose.class);
    for (GroupAccount account : accounts) {
      byCode.put(account.code(), account);
      if (account.purpose() != null) {
        byPurpose.put(account.purpose(), account);
      }
    }
    Map<UUID, Map<String, BigDecimal>> fixed = new TreeMap<>();
    for (HistoricalRate rate : rates) {
      fixed
          .computeIfAbsent(rate.memberId(), member -> new TreeMap<>())
          .put(rate.account(), rate.rate());
    }
    Organization parent =
        members.stream()
            .filter(member -> member.id().equals(group.organizationId()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a group's parent is its member"));
    return new GroupBook(group, parent, members, byCode, byPurpose, mappings, fixed, pairs);
  }

  /** The group's accounts an account of a member is part of; exactly one when all is well. */
  List<GroupAccount> targets(UUID memberId, String account) {
    return mappings.getOrDefault(memberId, List.of()).stream()
        .filter(range -> range.contains(account))
        .map(range -> accounts.get(range.groupAccount()))
        .filter(target -> target != null)
        .toList();
  }

  /** The one account of the group that an account of a member is part of, if it is one. */
  Optional<GroupAccount> target(UUID memberId, String account) {
    List<GroupAccount> targets = targets(memberId, account);
    return targets.size() == 1 ? Optional.of(targets.get(0)) : Optional.empty();
  }

  /** The account a consolidation puts this on; the checks have seen that there is one. */
  GroupAccount require(GroupPurpose purpose) {
    GroupAccount account = purposes.get(purpose);
    if (account == null) {
      throw ConsolidationError.NOT_READY.with(
          group.code(), "no account of the group serves " + purpose);
    }
    return account;
  }

  @Nullable BigDecimal fixedRate(UUID memberId, String account) {
    return fixedRates.getOrDefault(memberId, Map.of()).get(account);
  }

  /** The first month of the fiscal year this month is in: that of the parent. */
  YearMonth yearStart(YearMonth period) {
    int first = parent.fiscalYearStart().getMonthValue();
    return YearMonth.of(
        period.getMonthValue() >= first ? period.getYear() : period.getYear() - 1, first);
  }
}
