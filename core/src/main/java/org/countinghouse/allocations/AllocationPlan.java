package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countinghouse.allocations.AllocationMapper.AccountAmount;
import org.countinghouse.allocations.AllocationMapper.PlaceAmount;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule must have posted for a month, less what it posted: what is left to post. */
@Component
class AllocationPlan {

  private final AllocationMapper mapper;
  private final Drivers drivers;
  private final Organizations organizations;

  AllocationPlan(AllocationMapper mapper, Drivers drivers, Organizations organizations) {
    this.mapper = mapper;
    this.drivers = drivers;
    this.organizations = organizations;
  }

  /** Where an amount stands. */
  record Place(String account, @Nullable String costCentre) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : text().compareTo(other.text());
    }

    private String text() {
      return costCentre == null ? "" : costCentre;
    }
  }

  /** What a cost centre has of the driver and gets of the costs, in the month in all. */
  record Share(BigDecimal quantity, Money amount) {}

  /**
   * What is left to post.
   *
   * @param allocated by the rule in the month in all, once posted
   * @param lines debit positive, none zero; they sum to zero
   */
  record Plan(Money allocated, Map<String, Share> shares, Map<Place, Money> lines) {

    /** How much changes its place. */
    Money moved() {
      return lines.values().stream()
          .filter(amount -> !amount.isNegative())
          .reduce(Money.zero(allocated.currency()), Money::plus);
    }
  }

  /**
   * The plan of a rule.
   *
   * @param all every rule of the organization, ended ones too
   * @throws org.countinghouse.errors.BusinessException {@code allocations.driver-empty} when there
   *     are costs and nothing to allocate them by
   */
  Plan of(AllocationRule rule, YearMonth period, List<AllocationRule> all) {
    Currency base = organizations.byId(rule.organizationId()).baseCurrency();
    Map<String, Money> pool = pool(rule, period, all, base);
    if (pool.isEmpty()) {
      return nothing(rule, period);
    }
    Map<String, BigDecimal> quantities = drivers.quantities(rule, period, sources(all));
    List<String> targets = List.copyOf(quantities.keySet());
    Map<Place, Money> wanted = new TreeMap<>();
    Map<String, Share> shares = new LinkedHashMap<>();
    quantities.forEach(
        (target, quantity) -> shares.put(target, new Share(quantity, Money.zero(base))));
    pool.forEach(
        (account, amount) -> {
          List<Money> parts = amount.split(List.copyOf(quantities.values()));
          String giving = rule.offsetAccount() == null ? account : rule.offsetAccount();
          String taking = rule.targetAccount() == null ? account : rule.targetAccount();
          add(wanted, new Place(giving, rule.sourceCostCentre()), amount.negated());
          for (int i = 0; i < targets.size(); i++) {
            Money part = parts.get(i);
            add(wanted, new Place(taking, targets.get(i)), part);
            shares.computeIfPresent(
                targets.get(i),
                (target, share) -> new Share(share.quantity(), share.amount().plus(part)));
          }
        });
    Money allocated = pool.values().stream().reduce(Money.zero(base), Money::plus);
    return new Plan(allocated, shares, lessPosted(rule, period, wanted, base));
  }

  /** The plan that takes back what the rule posted. */
  Plan nothing(AllocationRule rule, YearMonth period) {
    Currency base = organizations.byId(rule.organizationId()).baseCurrency();
    return new Plan(Money.zero(base), Map.of(), lessPosted(rule, period, new TreeMap<>(), base));
  }

  /** The costs of the source, without what this and later steps brought or took. */
  private Map<String, Money> pool(
      AllocationRule rule, YearMonth period, List<AllocationRule> all, Currency base) {
    UUID organizationId = rule.organizationId();
    LocalDate first = period.atDay(1);
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (AccountAmount row : mapper.listPool(organizationId, first, rule.sourceCostCentre())) {
      if (rule.sourceAccounts().contains(row.account())) {
        sums.merge(row.account(), row.amount(), BigDecimal::add);
      }
    }
    String[] unseen = sources(all.stream().filter(other -> other.step() >= rule.step()).toList());
    for (PlaceAmount row : posted(organizationId, period, unseen)) {
      boolean fromSource =
          rule.sourceCostCentre() == null
              ? row.costCentre() == null
              : rule.sourceCostCentre().equals(row.costCentre());
      if (fromSource && rule.sourceAccounts().contains(row.account())) {
        sums.merge(row.account(), row.amount().negate(), BigDecimal::add);
      }
    }
    Map<String, Money> pool = new TreeMap<>();
    sums.forEach(
        (account, amount) -> {
          if (amount.signum() != 0) {
            pool.put(account, money(amount, base));
          }
        });
    return pool;
  }

  private Map<Place, Money> lessPosted(
      AllocationRule rule, YearMonth period, Map<Place, Money> wanted, Currency base) {
    Map<Place, Money> left = new TreeMap<>(wanted);
    for (PlaceAmount row : posted(rule.organizationId(), period, new String[] {rule.source()})) {
      add(left, new Place(row.account(), row.costCentre()), money(row.amount(), base).negated());
    }
    left.values().removeIf(Money::isZero);
    return left;
  }

  private List<PlaceAmount> posted(UUID organizationId, YearMonth period, String[] sources) {
    return mapper.listPosted(
        organizationId, period.atDay(1), period.plusMonths(1).atDay(1), sources);
  }

  private static String[] sources(List<AllocationRule> rules) {
    return rules.stream().map(AllocationRule::source).toArray(String[]::new);
  }

  private static void add(Map<Place, Money> sums, Place place, Money amount) {
    sums.merge(place, amount, Money::plus);
  }

  /** Stored with four decimals; base amounts never use more than the currency has. */
  static Money money(BigDecimal stored, Currency currency) {
    return Money.rounded(stored, currency, RoundingMode.UNNECESSARY);
  }
}
