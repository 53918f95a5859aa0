package org.countinghouse.server.api.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.TrialBalance;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.organizations.Organization;
import org.countinghouse.server.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the accounts stand at: as of a date, as known at an instant. */
@RestController
@RequestMapping("/api/ledger/trial-balance")
class TrialBalanceController {

  private final TrialBalances trialBalances;
  private final Clock clock;

  TrialBalanceController(TrialBalances trialBalances, Clock clock) {
    this.trialBalances = trialBalances;
    this.clock = clock;
  }

  /** A trial balance with its totals; amounts in the organization's base currency. */
  record TrialBalanceView(
      String organization,
      String currency,
      LocalDate asOf,
      Instant knownAt,
      BigDecimal totalDebit,
      BigDecimal totalCredit,
      List<RowView> rows) {}

  /**
   * An account.
   *
   * @param balance debits less credits
   */
  record RowView(
      String account,
      String name,
      AccountType type,
      BigDecimal debit,
      BigDecimal credit,
      BigDecimal balance) {

    static RowView of(TrialBalanceRow row) {
      return new RowView(
          row.account(), row.name(), row.type(), row.debit(), row.credit(), row.balance());
    }
  }

  /**
   * Reads the trial balance.
   *
   * @param asOf posting date up to which journals count; absent: today where the organization is
   * @param knownAt instant up to which journals were recorded; absent: now
   */
  @GetMapping
  TrialBalanceView read(
      @RequestParam String organization,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Instant knownAt,
      Caller caller) {
    Organization where = caller.organization(organization, "ledger.trial-balance:read");
    LocalDate day = asOf == null ? LocalDate.now(clock.withZone(where.zone())) : asOf;
    TrialBalance balance =
        knownAt == null
            ? trialBalances.asOf(where.id(), day)
            : trialBalances.asOf(where.id(), day, knownAt);
    return new TrialBalanceView(
        where.code(),
        balance.currency().getCurrencyCode(),
        balance.asOf(),
        balance.knownAt(),
        balance.totalDebit(),
        balance.totalCredit(),
        balance.rows().stream().map(RowView::of).toList());
  }
}
