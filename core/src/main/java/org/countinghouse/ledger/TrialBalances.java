package org.countinghouse.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.countinghouse.ledger.LedgerMapper.Basis;
import org.countinghouse.organizations.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the accounts stand at, on two time axes: as of a posting date, as known at an instant.
 *
 * <p>Whole months come from the balances kept at posting, so the cost is that of the accounts; only
 * the lines of a month that is cut in the middle are read, and for an instant in the past those
 * recorded before it or since, whichever are fewer.
 */
@Service
@Transactional(readOnly = true)
public class TrialBalances {

  private final LedgerMapper mapper;
  private final Organizations organizations;
  private final Clock clock;

  TrialBalances(LedgerMapper mapper, Organizations organizations, Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** The trial balance of everything posted up to this date, as known now. */
  public TrialBalance asOf(UUID organizationId, LocalDate asOf) {
    return sum(organizationId, asOf, clock.instant(), Basis.BALANCES);
  }

  /**
   * The trial balance of everything posted up to this date and recorded up to this instant.
   *
   * @throws org.countinghouse.errors.BusinessException {@code organizations.unknown}
   */
  public TrialBalance asOf(UUID organizationId, LocalDate asOf, Instant knownAt) {
    return sum(organizationId, asOf, knownAt, mapper.knownShare(organizationId, knownAt).basis());
  }

  private TrialBalance sum(UUID organizationId, LocalDate asOf, Instant knownAt, Basis basis) {
    Currency base = organizations.byId(organizationId).baseCurrency();
    LocalDate dayAfter = asOf.plusDays(1);
    List<TrialBalanceRow> rows =
        mapper
            .listTrialBalance(organizationId, dayAfter.withDayOfMonth(1), dayAfter, basis, knownAt)
            .stream()
            .map(row -> row.in(base))
            .toList();
    return new TrialBalance(organizationId, base, asOf, knownAt, rows);
  }
}
