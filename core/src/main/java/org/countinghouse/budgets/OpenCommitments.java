package org.countinghouse.budgets;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.budgets.spi.Commitments;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules have promised to spend, counted as what was spent is. */
@Component
class OpenCommitments {

  private final BudgetMapper mapper;
  private final List<Commitments> sources;

  OpenCommitments(BudgetMapper mapper, ObjectProvider<Commitments> sources) {
    this.mapper = mapper;
    this.sources = sources.orderedStream().toList();
  }

  /** On the accounts that were planned for, debit positive; of one account or of all. */
  BigDecimal total(
      UUID organizationId,
      String code,
      int fiscalYear,
      @Nullable String account,
      @Nullable String costCentre) {
    Map<String, BigDecimal> promised = new HashMap<>();
    for (Commitments source : sources) {
      source
          .byAccount(organizationId, fiscalYear, costCentre)
          .forEach((on, amount) -> promised.merge(on, amount, BigDecimal::add));
    }
    if (account != null) {
      promised.keySet().retainAll(Set.of(account));
    }
    if (promised.isEmpty()) {
      return BigDecimal.ZERO;
    }
    promised
        .keySet()
        .retainAll(mapper.listPlannedAccounts(organizationId, code, fiscalYear, costCentre));
    return promised.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
