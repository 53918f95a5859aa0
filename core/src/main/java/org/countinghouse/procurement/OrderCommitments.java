package org.countinghouse.procurement;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.budgets.spi.Commitments;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was ordered and is not yet invoiced, for whoever looks at a budget. */
@Component
class OrderCommitments implements Commitments {

  private final CommitmentMapper mapper;
  private final Organizations organizations;

  OrderCommitments(CommitmentMapper mapper, Organizations organizations) {
    this.mapper = mapper;
    this.organizations = organizations;
  }

  @Override
  public Map<String, BigDecimal> byAccount(
      UUID organizationId, int fiscalYear, @Nullable String costCentre) {
    FiscalYearOf year = FiscalYearOf.year(organizations.byId(organizationId), fiscalYear);
    return mapper.listByAccount(organizationId, year.from(), year.until(), costCentre).stream()
        .collect(
            Collectors.toMap(
                CommitmentMapper.AccountAmount::account, CommitmentMapper.AccountAmount::amount));
  }
}
