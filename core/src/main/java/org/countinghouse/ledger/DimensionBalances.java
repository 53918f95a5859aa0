package org.countinghouse.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What cost centres and projects moved in whole months. Cost centres come from the balances kept at
 * posting; projects are summed from their lines, which an index finds.
 */
@Service
@Transactional(readOnly = true)
public class DimensionBalances {

  private final DimensionMapper mapper;
  private final Organizations organizations;

  DimensionBalances(DimensionMapper mapper, Organizations organizations) {
    this.mapper = mapper;
    this.organizations = organizations;
  }

  /**
   * By code and account; what names none of them is left out.
   *
   * @param code of one cost centre or project; null: all
   * @param from the first month
   * @param to the last month
   * @throws org.countinghouse.errors.BusinessException {@code organizations.unknown}
   */
  public List<DimensionBalance> between(
      UUID organizationId,
      Dimension dimension,
      @Nullable String code,
      YearMonth from,
      YearMonth to) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    LocalDate first = from.atDay(1);
    LocalDate last = to.atDay(1);
    List<DimensionBalance> rows =
        dimension == Dimension.PROJECT
            ? mapper.listProjects(organizationId, code, first, last)
            : mapper.listCostCentres(organizationId, code, first, last);
    return rows.stream().map(row -> row.in(base)).toList();
  }
}
