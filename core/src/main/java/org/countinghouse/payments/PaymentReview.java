package org.countinghouse.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.banking.BankAccount;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Payee;
import org.countinghouse.payables.Payees;
import org.countinghouse.payments.ProposalMapper.ItemRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people make of a proposal. Every change is noted with its author, who may then not release
 * the run, and has the run approved anew where it was handed in already.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PaymentReview {

  private static final int REASON_MIN = 3;
  private static final int REASON_MAX = 500;

  private final ProposalMapper items;
  private final RunMapper runs;
  private final PaymentRunStore store;
  private final PaymentProposals proposals;
  private final PaymentRoutes routes;
  private final BankAccounts bankAccounts;
  private final Payees payees;
  private final Organizations organizations;
  private final PaymentPolicies policies;
  private final Clock clock;

  PaymentReview(
      ProposalMapper items,
      RunMapper runs,
      PaymentRunStore store,
      PaymentProposals proposals,
      PaymentRoutes routes,
      BankAccounts bankAccounts,
      Payees payees,
      Organizations organizations,
      PaymentPolicies policies,
      Clock clock) {
    this.items = items;
    this.runs = runs;
    this.store = store;
    this.proposals = proposals;
    this.routes = routes;
    this.bankAccounts = bankAccounts;
    this.payees = payees;
    this.organizations = organizations;
    this.policies = policies;
    this.clock = clock;
  }

  /** The run's items, in or out, with the reason. */
  @Transactional(readOnly = true)
  public List<RunItem> items(UUID runId, RunItemFilter filter) {
    List<ItemRow> rows = items.listItems(runId, filter);
    List<UUID> accounts =
        rows.stream().map(ItemRow::accountId).filter(id -> id != null).distinct().toList();
    Map<UUID, Payee> known =
        accounts.isEmpty()
            ? Map.of()
            : payees.byAccount(store.require(runId).organizationId(), accounts);
    return rows.stream()
        .map(
            row -> {
              Payee payee = row.accountId() == null ? null : known.get(row.accountId());
              return row.value(payee == null ? null : payee.number());
            })
        .toList();
  }

  /** What the run comes to, and what is left out why. */
  @Transactional(readOnly = true)
  public RunTotals totals(UUID runId) {
    RunMapper.Row run = store.require(runId);
    Currency base = Currency.getInstance(run.baseCurrency());
    List<ProposalMapper.TotalRow> rows = items.listTotals(runId);
    return new RunTotals(
        rows.stream().mapToInt(ProposalMapper.TotalRow::payments).sum(),
        rows.stream().mapToInt(ProposalMapper.TotalRow::items).sum(),
        sum(rows.stream().map(ProposalMapper.TotalRow::baseAmount).toList(), base),
        sum(rows.stream().map(ProposalMapper.TotalRow::discountBase).toList(), base),
        rows.stream().map(PaymentReview::line).toList(),
        items.listLeft(runId).stream()
            .map(
                row ->
                    new RunTotals.Left(
                        row.reason(),
                        row.items(),
                        new Money(row.amount(), Currency.getInstance(row.currency()))))
            .toList());
  }

  private static RunTotals.Line line(ProposalMapper.TotalRow row) {
    Currency currency = Currency.getInstance(row.currency());
    return new RunTotals.Line(
        row.bankAccountId(),
        row.bankAccount(),
        row.method(),
        row.payments(),
        row.items(),
        new Money(row.amount(), currency),
        new Money(row.discount(), currency));
  }

  private static Money sum(List<BigDecimal> amounts, Currency base) {
    return Money.rounded(
        amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add), base, RoundingMode.HALF_UP);
  }

  /** What people changed, the latest first. */
  @Transactional(readOnly = true)
  public List<RunChange> changes(UUID runId, int limit) {
    return runs.listChanges(runId, Math.max(1, Math.min(limit, REASON_MAX))).stream()
        .map(
            row ->
                new RunChange(
                    row.itemId(), row.action(), row.detail(), row.changedBy(), row.changedAt()))
        .toList();
  }

  /**
   * Takes items out of the run; the next proposal has them again.
   *
   * @throws BusinessException {@code payments.run-state}, {@code payments.item-not-in-run}, {@code
   *     payments.reason-missing}
   */
  public void exclude(UUID runId, Collection<UUID> itemIds, String reason, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    String why = requireReason(run, reason);
    UUID[] ids = requireInRun(run, itemIds);
    items.exclude(runId, ids, "excluded", why);
    settle(run, ids, "excluded", why, by);
  }

  /**
   * Takes items out and keeps proposals from taking them up before a day.
   *
   * @param until the day they may be proposed again; null: when somebody includes them
   * @throws BusinessException as {@link #exclude}; {@code payments.pay-on} for a day gone by
   */
  public void defer(
      UUID runId, Collection<UUID> itemIds, @Nullable LocalDate until, String reason, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    String why = requireReason(run, reason);
    UUID[] ids = requireInRun(run, itemIds);
    if (until != null && !until.isAfter(run.payOn())) {
      throw PaymentsError.PAY_ON.with(until, run.payOn().plusDays(1), "any later one");
    }
    items.upsertDeferral(run.organizationId(), ids, until, why, by.username(), clock.instant());
    items.exclude(runId, ids, "deferred", until == null ? why : until.toString());
    settle(run, ids, "deferred", why, by);
  }

  /**
   * Puts items in: such as a rule or a person left out, and such as are not due yet. Holds stay
   * holds: nobody can include what must not be paid. What no account of ours can pay stays out,
   * with the reason.
   *
   * @throws BusinessException {@code payments.run-state}, {@code payments.item-not-payable}
   */
  public void include(UUID runId, Collection<UUID> itemIds, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    UUID[] ids = itemIds.stream().distinct().toArray(UUID[]::new);
    List<ProposalMapper.StaleRow> against = items.listAgainst(run, ids);
    if (!against.isEmpty()) {
      throw PaymentsError.ITEM_NOT_PAYABLE.with(
          against.get(0).documentNumber(), against.get(0).reason());
    }
    items.deleteDeferrals(run.organizationId(), ids);
    items.deleteItemsById(runId, ids);
    items.insertCandidates(run, ids, "included");
    proposals.route(run, ids, run.bankAccountId());
    settle(run, ids, "included", "", by);
  }

  /**
   * Pays only a part of an item now; the rest is proposed again by the next run. The discount of an
   * item paid in parts is lost.
   *
   * @param amount in the item's currency, without sign
   * @throws BusinessException {@code payments.run-state}, {@code payments.item-not-in-run}, {@code
   *     payments.item-not-payable}, {@code payments.amount}
   */
  public void split(UUID runId, UUID itemId, BigDecimal amount, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    ItemRow item =
        items.listItemsById(runId, new UUID[] {itemId}).stream()
            .findFirst()
            .orElseThrow(() -> PaymentsError.ITEM_NOT_IN_RUN.with(itemId, run.number()));
    if (!item.candidate()) {
      throw PaymentsError.ITEM_NOT_PAYABLE.with(item.documentNumber(), item.reason());
    }
    BigDecimal open = items.payable(run.organizationId(), itemId);
    Currency currency = Currency.getInstance(item.currency());
    if (amount.signum() <= 0
        || amount.compareTo(open.abs()) > 0
        || amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      throw PaymentsError.AMOUNT.with(amount, item.documentNumber(), new Money(open, currency));
    }
    BigDecimal wanted = open.signum() < 0 ? amount.negate() : amount;
    items.updateWanted(runId, itemId, wanted, "split");
    settle(run, new UUID[] {itemId}, "split", amount.toPlainString(), by);
  }

  /**
   * Pays items from another account of ours.
   *
   * @param bankAccount its code
   * @throws BusinessException {@code payments.run-state}, {@code payments.item-not-in-run}, {@code
   *     payments.bank-account}, {@code banking.account-unknown}, {@code banking.account-closed}
   */
  public void move(UUID runId, Collection<UUID> itemIds, String bankAccount, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    BankAccount from = bankAccounts.requireOpen(run.organizationId(), bankAccount);
    UUID[] ids = requireInRun(run, itemIds);
    for (ItemRow item : items.listItemsById(runId, ids)) {
      UUID accountId = item.accountId();
      Payee payee =
          accountId == null
              ? null
              : payees.byAccount(run.organizationId(), List.of(accountId)).get(accountId);
      Currency currency = Currency.getInstance(item.currency());
      if (payee == null || routes.route(from, payee, currency).cause() != null) {
        throw PaymentsError.BANK_ACCOUNT.with(bankAccount, item.documentNumber());
      }
    }
    items.revive(runId, ids, "no-bank-account");
    proposals.route(run, ids, from.id());
    settle(run, ids, "moved", bankAccount, by);
  }

  /**
   * Pays the whole run on another day. Discounts that are gone by then are noticed before it is
   * released.
   *
   * @throws BusinessException {@code payments.run-state}, {@code payments.pay-on}
   */
  public void payOn(UUID runId, LocalDate day, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    UUID organizationId = run.organizationId();
    proposals.payOn(organizations.byId(organizationId), policies.of(organizationId), day);
    runs.updatePayOn(runId, day);
    store.changed(run, null, "pay-on", day.toString(), by);
  }

  /**
   * Leaves out what cannot be paid any more as it stands, and says why.
   *
   * @return how many items went out
   * @throws BusinessException {@code payments.run-state}
   */
  public int leaveOutStale(UUID runId, Actor by) {
    RunMapper.Row run = store.lockToChange(runId);
    List<ProposalMapper.StaleRow> stale = items.listStale(run);
    Map<String, List<ProposalMapper.StaleRow>> byReason =
        stale.stream().collect(Collectors.groupingBy(ProposalMapper.StaleRow::reason));
    byReason.forEach(
        (reason, rows) -> {
          UUID[] ids = rows.stream().map(ProposalMapper.StaleRow::itemId).toArray(UUID[]::new);
          items.exclude(runId, ids, reason, rows.get(0).detail());
          settle(run, ids, "left-out", reason, by);
        });
    return stale.size();
  }

  private void settle(RunMapper.Row run, UUID[] ids, String action, String detail, Actor by) {
    proposals.regroup(run, items.listSuppliers(run.id(), ids).toArray(UUID[]::new));
    if (ids.length == 1) {
      store.changed(run, ids[0], action, detail, by);
    } else {
      store.changed(run, null, action, ids.length + ": " + detail, by);
    }
  }

  private UUID[] requireInRun(RunMapper.Row run, Collection<UUID> itemIds) {
    UUID[] ids = itemIds.stream().distinct().toArray(UUID[]::new);
    if (items.listItemsById(run.id(), ids).size() != ids.length) {
      throw PaymentsError.ITEM_NOT_IN_RUN.with(itemIds, run.number());
    }
    return ids;
  }

  private static String requireReason(RunMapper.Row run, String reason) {
    String why = reason.strip();
    if (why.length() < REASON_MIN || why.length() > REASON_MAX) {
      throw PaymentsError.REASON_MISSING.with(run.number());
    }
    return why;
  }
}
