package org.countinghouse.reporting.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.reporting.ReportingError;
import org.countinghouse.reporting.spi.GroupBooks;
import org.countinghouse.reporting.spi.GroupBooks.Figure;
import org.countinghouse.reporting.spi.ReportScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The figures statements are made of: debit positive, in the scope's currency, by account. They
 * cost as much as there are accounts, not lines.
 */
@Component
public class Figures {

  private final TrialBalances trialBalances;
  private final FiguresMapper mapper;
  private final ObjectProvider<GroupBooks> groups;

  Figures(TrialBalances trialBalances, FiguresMapper mapper, ObjectProvider<GroupBooks> groups) {
    this.trialBalances = trialBalances;
    this.mapper = mapper;
    this.groups = groups;
  }

  /** What every account stands at at the end of the day. */
  public List<Figure> balances(ReportScope scope, LocalDate asOf, Instant knownAt) {
    if (scope instanceof ReportScope.OfGroup group) {
      return books(group).balances(group, asOf, knownAt);
    }
    Organization organization = scope.members().get(0);
    return trialBalances.asOf(organization.id(), asOf, knownAt).rows().stream()
        .map(row -> figure(organization, row, row.balance()))
        .toList();
  }

  /**
   * What moved from the first day to the last, inclusive. Journals that carry a year's result
   * forward are left out: they are no income, no expense and no change in equity.
   */
  public List<Figure> movements(ReportScope scope, LocalDate from, LocalDate to, Instant knownAt) {
    if (scope instanceof ReportScope.OfGroup group) {
      return books(group).movements(group, from, to, knownAt);
    }
    Organization organization = scope.members().get(0);
    Map<String, BigDecimal> before = new HashMap<>();
    trialBalances
        .asOf(organization.id(), from.minusDays(1), knownAt)
        .rows()
        .forEach(row -> before.put(row.account(), row.balance()));
    mapper
        .listYearClosings(organization.id(), from, to, knownAt)
        .forEach(carried -> before.merge(carried.account(), carried.amount(), BigDecimal::add));
    List<Figure> figures = new ArrayList<>();
    for (TrialBalanceRow row : trialBalances.asOf(organization.id(), to, knownAt).rows()) {
      BigDecimal moved =
          row.balance().subtract(before.getOrDefault(row.account(), BigDecimal.ZERO));
      if (moved.signum() != 0) {
        figures.add(figure(organization, row, moved));
      }
    }
    return figures;
  }

  /** What balances taken over from another system in this time put on each account. */
  public Map<String, Money> openings(
      Organization organization, LocalDate from, LocalDate to, Instant knownAt) {
    Map<String, Money> openings = new TreeMap<>();
    mapper
        .listOpenings(organization.id(), from, to, knownAt)
        .forEach(row -> openings.put(row.account(), money(organization, row.amount())));
    return openings;
  }

  /** The first day of the fiscal year this day is in. */
  public static LocalDate fiscalYearStart(ReportScope scope, LocalDate day) {
    Organization organization =
        scope instanceof ReportScope.OfGroup group ? group.parent() : scope.members().get(0);
    MonthDay first = organization.fiscalYearStart();
    LocalDate start = first.atYear(day.getYear());
    return start.isAfter(day) ? first.atYear(day.getYear() - 1) : start;
  }

  private GroupBooks books(ReportScope.OfGroup group) {
    return groups
        .orderedStream()
        .filter(books -> books.find(group.code()).isPresent())
        .findFirst()
        .orElseThrow(() -> ReportingError.GROUP_UNKNOWN.with(group.code()));
  }

  private static Figure figure(Organization organization, TrialBalanceRow row, BigDecimal amount) {
    return new Figure(
        organization,
        row.account(),
        row.name(),
        row.type(),
        GroupBooks.Source.MEMBER,
        money(organization, amount));
  }

  /** Stored with four decimals; base amounts never use more than the currency has. */
  private static Money money(Organization organization, BigDecimal amount) {
    return Money.rounded(amount, organization.baseCurrency(), RoundingMode.UNNECESSARY);
  }
}
