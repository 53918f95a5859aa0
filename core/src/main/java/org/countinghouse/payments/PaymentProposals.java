package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payments.ProposalMapper.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes proposals: what is due, or worth its discount, and why each item is in or out. All of it in
 * a fixed number of statements, however many items there are.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PaymentProposals {

  private static final int PAY_WITHIN_DAYS = 60;
  private static final int DUE_WITHIN_DAYS = 366;

  private final RunMapper runs;
  private final ProposalMapper items;
  private final PaymentRunStore store;
  private final PaymentRoutes routes;
  private final PaymentPolicies policies;
  private final BankAccounts bankAccounts;
  private final Organizations organizations;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PaymentProposals(
      RunMapper runs,
      ProposalMapper items,
      PaymentRunStore store,
      PaymentRoutes routes,
      PaymentPolicies policies,
      BankAccounts bankAccounts,
      Organizations organizations,
      ApplicationEventPublisher events,
      Clock clock) {
    this.runs = runs;
    this.items = items;
    this.store = store;
    this.routes = routes;
    this.policies = policies;
    this.bankAccounts = bankAccounts;
    this.organizations = organizations;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Asks for a proposal; {@link PaymentRunOpened} makes a process take it, which has it {@linkplain
   * #propose made} by a job.
   *
   * @throws BusinessException as {@link #register}
   */
  public PaymentRun open(UUID organizationId, ProposalRequest request, Actor by) {
    PaymentRun run = register(organizationId, request, by);
    events.publishEvent(
        new PaymentRunOpened(Ids.next(), organizationId, run.id(), run.number(), clock.instant()));
    return run;
  }

  /**
   * Notes a run that a process owns already: no event.
   *
   * @throws BusinessException {@code payments.pay-on}, {@code payments.due-until}, {@code
   *     payments.settings}, {@code banking.account-unknown}, {@code banking.account-closed}
   */
  public PaymentRun register(UUID organizationId, ProposalRequest request, Actor by) {
    Organization company = organizations.byId(organizationId);
    PaymentPolicy policy = policies.of(organizationId);
    LocalDate payOn = payOn(company, policy, request.payOn());
    LocalDate dueUntil = dueUntil(policy, payOn, request.dueUntil());
    BigDecimal minimum = minimum(policy, request.minimumAmount());
    String code = request.bankAccount();
    BankAccount from = code == null ? null : bankAccounts.requireOpen(organizationId, code);
    Currency currency = request.currency();
    int fiscalYear = fiscalYear(payOn, company);
    long sequence = runs.nextSequence(organizationId, fiscalYear);
    var row =
        new RunMapper.Row(
            Ids.next(),
            organizationId,
            "PR-%d-%06d".formatted(fiscalYear, sequence),
            fiscalYear,
            sequence,
            PaymentRun.State.PROPOSING,
            payOn,
            dueUntil,
            minimum,
            company.baseCurrency().getCurrencyCode(),
            policy.discountYieldMin(),
            currency == null ? null : currency.getCurrencyCode(),
            from == null ? null : from.id(),
            request.method(),
            by.username(),
            clock.instant(),
            null,
            null,
            null,
            null,
            null);
    runs.insert(row);
    store.wrote(row, "proposed", Map.of("payOn", payOn, "dueUntil", dueUntil), by);
    return store.require(row.id()).run();
  }

  /**
   * Looks up what the run is to pay. Safe to repeat: it begins anew.
   *
   * @return how many items it looked at
   * @throws BusinessException {@code payments.run-unknown}, {@code payments.run-state} when people
   *     are at it already
   */
  public int propose(UUID runId) {
    items.lockOrganization(store.require(runId).organizationId());
    RunMapper.Row run = store.lock(runId);
    if (run.state() != PaymentRun.State.PROPOSING) {
      throw PaymentsError.RUN_STATE.with(run.number(), run.state(), "proposed");
    }
    items.wholeRuns();
    items.deleteItems(runId);
    int found = items.insertCandidates(run, null, null);
    route(run, null, run.bankAccountId());
    PaymentMethod method = run.method();
    if (method != null) {
      found -= items.deleteOtherMethods(runId, method);
    }
    regroup(run, null);
    items.asUsual();
    runs.updateState(runId, PaymentRun.State.REVIEW, null, null);
    return found;
  }

  /** Finds how candidates are paid; only these items, or all. */
  void route(RunMapper.Row run, UUID @Nullable [] itemIds, @Nullable UUID from) {
    List<Destination> destinations = items.listDestinations(run.id(), itemIds);
    if (!destinations.isEmpty()) {
      items.updateRoutes(run.id(), itemIds, routes.of(run.organizationId(), destinations, from));
    }
  }

  /** Makes payments of what are candidates now; only for these suppliers, or all. */
  void regroup(RunMapper.Row run, UUID @Nullable [] suppliers) {
    items.routeCredits(run.id(), suppliers);
    items.group(run, suppliers);
  }

  /** A day that can be paid on, or by the policy. */
  LocalDate payOn(Organization company, PaymentPolicy policy, @Nullable LocalDate wanted) {
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    var calendar = organizations.calendar(company.id());
    if (wanted == null) {
      return calendar.plusWorkingDays(calendar.workingDayFrom(today), policy.payAfterDays());
    }
    LocalDate latest = today.plusDays(PAY_WITHIN_DAYS);
    if (wanted.isBefore(today) || wanted.isAfter(latest) || !calendar.isWorkingDay(wanted)) {
      throw PaymentsError.PAY_ON.with(wanted, today, latest);
    }
    return wanted;
  }

  private static LocalDate dueUntil(
      PaymentPolicy policy, LocalDate payOn, @Nullable LocalDate wanted) {
    if (wanted == null) {
      return payOn.plusDays(policy.daysAhead());
    }
    if (wanted.isAfter(payOn.plusDays(DUE_WITHIN_DAYS))) {
      throw PaymentsError.DUE_UNTIL.with(wanted, payOn, DUE_WITHIN_DAYS);
    }
    return wanted;
  }

  private static BigDecimal minimum(PaymentPolicy policy, @Nullable BigDecimal wanted) {
    if (wanted == null) {
      return policy.minimum().amount();
    }
    if (wanted.signum() < 0) {
      throw PaymentsError.SETTINGS.with("the minimum is not below zero");
    }
    return wanted;
  }

  /** The year in which the fiscal year of the day began. */
  private static int fiscalYear(LocalDate day, Organization company) {
    boolean before = MonthDay.from(day).isBefore(company.fiscalYearStart());
    return before ? day.getYear() - 1 : day.getYear();
  }
}
