package org.countinghouse.allocations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countinghouse.allocations.AllocationMapper.PlaceAmount;
import org.springframework.stereotype.Component;

/** How much of its driver each target of a rule has. */
@Component
class Drivers {

  private final AllocationMapper mapper;

  Drivers(AllocationMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Quantities by target, in the order of the rule; some may be zero.
   *
   * @param allocations sources of every allocation rule: a balance driver looks past them
   * @throws org.countinghouse.errors.BusinessException {@code allocations.driver-empty}
   */
  Map<String, BigDecimal> quantities(AllocationRule rule, YearMonth period, String[] allocations) {
    Map<String, BigDecimal> known =
        switch (rule.driver()) {
          case FIXED -> shares(rule);
          case STATISTIC -> statistic(rule, period);
          case BALANCE -> balances(rule, period, allocations);
        };
    Map<String, BigDecimal> quantities = new LinkedHashMap<>();
    for (AllocationRule.Target target : rule.targets()) {
      BigDecimal quantity = known.getOrDefault(target.costCentre(), BigDecimal.ZERO);
      if (quantity.signum() < 0) {
        throw AllocationsError.DRIVER_EMPTY.with(
            rule.code(), period, "the balance of " + target.costCentre() + " is negative");
      }
      quantities.put(target.costCentre(), quantity);
    }
    if (quantities.values().stream().noneMatch(quantity -> quantity.signum() > 0)) {
      throw AllocationsError.DRIVER_EMPTY.with(
          rule.code(), period, "report " + Objects.requireNonNullElse(rule.statistic(), "shares"));
    }
    return Collections.unmodifiableMap(quantities);
  }

  private static Map<String, BigDecimal> shares(AllocationRule rule) {
    Map<String, BigDecimal> shares = new HashMap<>();
    rule.targets()
        .forEach(target -> shares.put(target.costCentre(), Objects.requireNonNull(target.share())));
    return shares;
  }

  private Map<String, BigDecimal> statistic(AllocationRule rule, YearMonth period) {
    Map<String, BigDecimal> values = new HashMap<>();
    mapper
        .listValues(
            rule.organizationId(), Objects.requireNonNull(rule.statistic()), period.atDay(1))
        .forEach(row -> values.put(row.costCentre(), row.quantity()));
    return values;
  }

  private Map<String, BigDecimal> balances(
      AllocationRule rule, YearMonth period, String[] allocations) {
    LocalDate first = period.atDay(1);
    AccountRanges accounts = Objects.requireNonNull(rule.driverAccounts());
    Map<String, BigDecimal> sums = new HashMap<>();
    add(sums, accounts, mapper.listByCostCentre(rule.organizationId(), first), false);
    add(
        sums,
        accounts,
        mapper.listPosted(rule.organizationId(), first, period.plusMonths(1).atDay(1), allocations),
        true);
    return sums;
  }

  private static void add(
      Map<String, BigDecimal> sums, AccountRanges accounts, List<PlaceAmount> rows, boolean less) {
    for (PlaceAmount row : rows) {
      String where = row.costCentre();
      if (where != null && accounts.contains(row.account())) {
        sums.merge(where, less ? row.amount().negate() : row.amount(), BigDecimal::add);
      }
    }
  }
}
