package org.countinghouse.server.api.ledger;

import java.util.List;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.Period;
import org.countinghouse.ledger.Periods;
import org.countinghouse.server.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The frame of the books: accounts, fiscal years, periods. */
@RestController
@RequestMapping("/api/ledger")
class ChartController {

  private final ChartOfAccounts chart;
  private final Periods periods;

  ChartController(ChartOfAccounts chart, Periods periods) {
    this.chart = chart;
    this.periods = periods;
  }

  /** The chart of accounts, by code. */
  @GetMapping("/accounts")
  List<Account> accounts(@RequestParam String organization, Caller caller) {
    return chart.accounts(caller.organization(organization, "ledger.account:read").id());
  }

  /** The periods with state and module locks, first to last. */
  @GetMapping("/periods")
  List<Period> periods(@RequestParam String organization, Caller caller) {
    return periods.list(caller.organization(organization, "ledger.period:read").id());
  }
}
