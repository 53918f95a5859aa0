package org.countinghouse.server.api.currency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.revaluation.MonetaryAccounts;
import org.countinghouse.revaluation.Position;
import org.countinghouse.revaluation.Revaluation;
import org.countinghouse.revaluation.RevaluationPlan;
import org.countinghouse.revaluation.RevaluationPlans;
import org.countinghouse.revaluation.Revaluations;
import org.countinghouse.revaluation.Treatment;
import org.countinghouse.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What foreign balances are worth at a month's end. The job {@code ledger.revalue-currency} posts
 * it; here it is seen before and after.
 */
@RestController
@RequestMapping("/api/currency")
class RevaluationController {

  private static final String READ = "currency.revaluation:read";
  private static final String TREAT = "currency.account:treat";

  private final RevaluationPlans plans;
  private final Revaluations revaluations;
  private final MonetaryAccounts monetary;

  RevaluationController(
      RevaluationPlans plans, Revaluations revaluations, MonetaryAccounts monetary) {
    this.plans = plans;
    this.revaluations = revaluations;
    this.monetary = monetary;
  }

  /**
   * A month's end.
   *
   * @param valuation all positions together, in base currency
   * @param due what the next run of the job posts
   * @param findings what it has to leave out, and what to do about it
   */
  record MonthView(
      YearMonth month,
      Money valuation,
      Money gain,
      Money loss,
      Money due,
      List<PositionView> positions,
      List<Finding> findings,
      List<Revaluation> posted) {

    static MonthView of(RevaluationPlan plan, List<Revaluation> posted) {
      return new MonthView(
          plan.month(),
          plan.valuation(),
          plan.gain(),
          plan.loss(),
          plan.valuation().minus(plan.posted()),
          plan.positions().stream().map(PositionView::of).toList(),
          plan.findings(),
          posted);
    }
  }

  /** An account in one currency; debit positive. */
  record PositionView(
      String account,
      Money balance,
      Money bookValue,
      RateController.RateView rate,
      Money worth,
      Money valuation,
      Money due) {

    static PositionView of(Position position) {
      return new PositionView(
          position.account(),
          position.balance(),
          position.bookValue(),
          RateController.RateView.of(
              position.balance().currency(), position.worth().currency(), position.rate()),
          position.worth(),
          position.valuation(),
          position.due());
    }
  }

  /** Monetary or not. */
  record TreatmentBody(@NotNull Treatment treatment) {}

  /** What the month's end is worth as the books stand now, and what was posted for it. */
  @GetMapping("/revaluations/{month}")
  MonthView month(@PathVariable YearMonth month, @RequestParam String organization, Caller caller) {
    Organization where = caller.organization(organization, READ);
    return MonthView.of(plans.plan(where.id(), month), revaluations.list(where.id(), month));
  }

  /** Of which accounts somebody said whether they are monetary. */
  @GetMapping("/accounts")
  Map<String, Treatment> treatments(@RequestParam String organization, Caller caller) {
    return monetary.stated(caller.organization(organization, READ).id());
  }

  /** Says whether an account is monetary; the next revaluation goes by it. */
  @PutMapping("/accounts/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void treat(
      @PathVariable String account,
      @RequestParam String organization,
      @RequestBody @Valid TreatmentBody body,
      Caller caller) {
    Organization where = caller.organization(organization, TREAT);
    monetary.treat(where.id(), account, body.treatment(), caller.actor());
  }
}
