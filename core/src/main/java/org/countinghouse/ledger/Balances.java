package org.countinghouse.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proof that the balances kept at posting are the sums of the lines. */
@Service
@Transactional(readOnly = true)
public class Balances {

  private final LedgerMapper mapper;

  Balances(LedgerMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Sums a month's lines anew and compares: per account and currency, and per cost centre.
   *
   * @return every stored balance that differs, in amount or in number of lines; empty is the proof
   */
  public List<BalanceDifference> prove(UUID organizationId, YearMonth month) {
    mapper.allowMemory();
    return mapper
        .listDifferences(organizationId, month.atDay(1), month.plusMonths(1).atDay(1))
        .stream()
        .map(row -> row.in(month))
        .toList();
  }
}
