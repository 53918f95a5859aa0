package org.countinghouse.revaluation;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.close.spi.ClosingRoutine;
import org.countinghouse.close.spi.OpenItem;
import org.countinghouse.close.spi.Readiness;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.close.spi.TieOut;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Component;

/** Has the close value foreign balances, and shows that the valuation account holds just that. */
@Component
class RevaluationRoutine implements ClosingRoutine {

  private final RevaluationPlans plans;
  private final RevaluationMapper mapper;
  private final ChartOfAccounts chart;

  RevaluationRoutine(RevaluationPlans plans, RevaluationMapper mapper, ChartOfAccounts chart) {
    this.plans = plans;
    this.mapper = mapper;
    this.chart = chart;
  }

  @Override
  public String key() {
    return "ledger.revalue-currency";
  }

  @Override
  public Title title() {
    return new Title(
        "Balances in foreign currency are valued at the rate of the last day",
        "Fremdwährungsbestände sind zum Kurs des letzten Tages bewertet");
  }

  /** Whatever these post may be in foreign currency. */
  @Override
  public Set<String> after() {
    return Set.of("journals.accruals-reversed", "journals.recurring-posted", "assets.depreciation");
  }

  @Override
  public String job() {
    return "ledger.revalue-currency";
  }

  @Override
  public Readiness evidence(UUID organizationId, YearMonth period) {
    RevaluationPlan plan = plans.plan(organizationId, period);
    List<OpenItem> open = new ArrayList<>();
    plan.findings()
        .forEach(
            finding ->
                open.add(
                    new OpenItem(
                        "foreign-balance",
                        finding.place(),
                        finding.message(),
                        "/api/currency/revaluations/" + period)));
    plan.due()
        .forEach(
            position ->
                open.add(
                    new OpenItem(
                        "foreign-balance",
                        position.account() + " " + position.balance().currency(),
                        "%s of valuation to be posted: run the routine again."
                            .formatted(position.due()),
                        "/api/currency/revaluations/" + period)));
    return new Readiness(
        open,
        tieOut(organizationId, plan).map(List::of).orElse(List.of()),
        Map.of(
            "positions", Integer.toString(plan.positions().size()),
            "gain", plan.gain().toString(),
            "loss", plan.loss().toString()));
  }

  /** Earlier months are undone by now, so nothing else stands on the account. */
  private Optional<TieOut> tieOut(UUID organizationId, RevaluationPlan plan) {
    return chart
        .findForPurpose(organizationId, AccountPurpose.EXCHANGE_VALUATION)
        .map(Account::code)
        .map(
            account ->
                new TieOut(
                    "currency",
                    account,
                    Money.rounded(
                        mapper.baseBalance(organizationId, account, plan.month().atDay(1)),
                        plan.zero().currency(),
                        RoundingMode.UNNECESSARY),
                    plan.posted()));
  }
}
