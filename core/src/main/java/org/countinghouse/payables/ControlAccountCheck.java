package org.countinghouse.payables;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.ledger.TrialBalance;
import org.countinghouse.ledger.TrialBalanceRow;
import org.countinghouse.ledger.TrialBalances;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Component;

/** What the invoices say we owe must be what the control account of the ledger says. */
@Component
class ControlAccountCheck implements ReadinessCheck {

  private final Payables payables;
  private final SetupMapper setup;
  private final TrialBalances trialBalances;

  ControlAccountCheck(Payables payables, SetupMapper setup, TrialBalances trialBalances) {
    this.payables = payables;
    this.setup = setup;
    this.trialBalances = trialBalances;
  }

  @Override
  public String key() {
    return "payables.control-account-ties";
  }

  @Override
  public Title title() {
    return new Title(
        "Open supplier invoices equal their control account",
        "Offene Eingangsrechnungen gleich Abstimmkonto");
  }

  @Override
  public Set<String> after() {
    return Set.of(SignOffsCheck.KEY);
  }

  @Override
  public Readiness check(UUID organizationId, YearMonth period) {
    LocalDate lastDay = period.atEndOfMonth();
    PayablesAccounts accounts = setup.findAccounts(organizationId);
    if (accounts == null) {
      return Readiness.ready(Map.of("payables", "not set up"));
    }
    Money ledger = balance(trialBalances.asOf(organizationId, lastDay), accounts.creditors());
    Money subledger = payables.openAmount(organizationId, lastDay).negated();
    return Readiness.ofTieOuts(
        List.of(new TieOut("payables", accounts.creditors(), ledger, subledger)), Map.of());
  }

  /** Debit positive: what we owe is negative. */
  private static Money balance(TrialBalance trialBalance, String account) {
    Currency base = trialBalance.currency();
    return trialBalance.rows().stream()
        .filter(row -> row.account().equals(account))
        .map(TrialBalanceRow::balance)
        .map(amount -> Money.rounded(amount, base, RoundingMode.UNNECESSARY))
        .reduce(Money.zero(base), Money::plus);
  }
}
