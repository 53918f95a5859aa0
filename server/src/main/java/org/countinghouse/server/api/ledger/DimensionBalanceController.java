package org.countinghouse.server.api.ledger;

import java.time.YearMonth;
import java.util.List;
import org.countinghouse.ledger.Dimension;
import org.countinghouse.ledger.DimensionBalance;
import org.countinghouse.ledger.DimensionBalances;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What cost centres and projects moved. */
@RestController
@RequestMapping("/api/ledger/dimension-balances")
class DimensionBalanceController {

  private final DimensionBalances balances;

  DimensionBalanceController(DimensionBalances balances) {
    this.balances = balances;
  }

  /**
   * Reads whole months, by code and account, in base currency.
   *
   * @param dimension {@code COST_CENTRE} or {@code PROJECT}
   * @param code one of them; absent: all
   * @param from the first month
   * @param to the last month
   */
  @GetMapping
  List<DimensionBalance> read(
      @RequestParam String organization,
      @RequestParam Dimension dimension,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam YearMonth from,
      @RequestParam YearMonth to,
      Caller caller) {
    Organization where = caller.organization(organization, "ledger.trial-balance:read");
    return balances.between(where.id(), dimension, code, from, to);
  }
}
