package org.countinghouse.payables;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.ledger.JournalDraft;
import org.countinghouse.ledger.Ledger;
import org.countinghouse.ledger.PostedJournal;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What due items were settled for, in parts or at once. What was booked at one rate and paid at
 * another realizes a gain or loss (IAS 21.28): the creditors are relieved at the rate of the
 * invoice, the bank gives what it gave, the rest is exchange difference.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Settlements {

  /** What the journals of settlements come from. */
  public static final String SOURCE = "payables:settlement";

  private static final String RESOURCE = "payables.settlement";
  private static final String SERIES = "PS";
  private static final int LIMIT_MAX = 1000;
  private static final int REASON_LENGTH_MIN = 3;

  private final SettlementMapper mapper;
  private final ItemClaims claims;
  private final PayablesSetup setup;
  private final DocumentNumbers numbers;
  private final ChartOfAccounts chart;
  private final FxRates rates;
  private final Organizations organizations;
  private final Ledger ledger;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Settlements(
      SettlementMapper mapper,
      ItemClaims claims,
      PayablesSetup setup,
      DocumentNumbers numbers,
      ChartOfAccounts chart,
      FxRates rates,
      Organizations organizations,
      Ledger ledger,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.claims = claims;
    this.setup = setup;
    this.numbers = numbers;
    this.chart = chart;
    this.rates = rates;
    this.organizations = organizations;
    this.ledger = ledger;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What is due, by due day; at most 1000. */
  @Transactional(readOnly = true)
  public List<DueItem> items(UUID organizationId, boolean openOnly, int limit) {
    int atMost = Math.max(1, Math.min(limit, LIMIT_MAX));
    return mapper.listItems(organizationId, openOnly, atMost).stream()
        .map(SettlementMapper.ItemRow::value)
        .toList();
  }

  /**
   * The due item of this id.
   *
   * @throws BusinessException {@code payables.item-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public DueItem requireItem(UUID itemId) {
    return Optional.ofNullable(mapper.findItem(itemId))
        .map(SettlementMapper.ItemRow::value)
        .orElseThrow(() -> PayablesError.ITEM_UNKNOWN.with(itemId));
  }

  /** What the item was settled for, in the order of recording. */
  @Transactional(readOnly = true)
  public List<Settlement> of(UUID itemId) {
    return mapper.listOf(itemId).stream().map(SettlementMapper.Row::value).toList();
  }

  /**
   * The settlement of this id.
   *
   * @throws BusinessException {@code payables.settlement-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Settlement require(UUID settlementId) {
    return Optional.ofNullable(mapper.find(settlementId))
        .map(SettlementMapper.Row::value)
        .orElseThrow(() -> PayablesError.SETTLEMENT_UNKNOWN.with(settlementId));
  }

  /**
   * Records what an item was settled for and posts it.
   *
   * @throws BusinessException before anything is written: {@code payables.item-unknown}, {@code
   *     payables.item-held}, {@code payables.item-claimed}, {@code payables.settlement-amount},
   *     {@code payables.settlement-bank-amount}, {@code payables.settlement-account}, {@code
   *     payables.settlement-date}, {@code currency.rate-missing}, {@code
   *     ledger.purpose-unassigned}, and what {@link Ledger#post} refuses
   */
  public Settlement settle(UUID itemId, NewSettlement wanted, Actor by) {
    mapper.lockItem(itemId);
    DueItem item = requireItem(itemId);
    claims.requireFree(item);
    check(item, wanted);
    Account bank = bank(item.organizationId(), wanted);
    SettlementAmounts amounts =
        SettlementAmounts.of(
            item, wanted.amount(), bank, wanted.bankAmount(), wanted.settledOn(), rates);
    var accounts =
        new SettlementAmounts.Accounts(
            setup.accounts(item.organizationId()).creditors(),
            bank.code(),
            differenceAccount(item.organizationId(), amounts.difference()));
    var draft =
        new JournalDraft(
            item.organizationId(),
            wanted.settledOn(),
            item.supplierName() + ", " + item.supplierInvoiceNumber() + ", " + wanted.reference(),
            SOURCE,
            item.documentNumber() + "/" + (mapper.listOf(itemId).size() + 1),
            amounts.lines(accounts));
    PostedJournal journal = ledger.post(draft, by);
    var settlement =
        new Settlement(
            Ids.next(),
            item.organizationId(),
            number(item.organizationId(), journal),
            itemId,
            wanted.settledOn(),
            amounts.amount(),
            amounts.base(),
            bank.code(),
            amounts.bank(),
            amounts.bankBase(),
            amounts.difference(),
            Money.zero(amounts.amount().currency()),
            wanted.reference().strip(),
            journal.id(),
            null,
            null,
            by.username(),
            clock.instant());
    keep(item, settlement, "settled", by);
    return settlement;
  }

  /**
   * Takes a settlement back, once: the journal is reversed and the item is open again.
   *
   * @param postingDate into an open period
   * @throws BusinessException {@code payables.settlement-unknown}, {@code
   *     payables.settlement-reversed}, {@code payables.settlement-elsewhere}, {@code
   *     payables.reason-missing}, and what {@link Ledger#reverse} refuses
   */
  public Settlement reverse(UUID settlementId, LocalDate postingDate, String reason, Actor by) {
    Settlement original = require(settlementId);
    claims.requireNoPayment(original);
    mapper.lockItem(original.itemId());
    if (original.reversesId() != null || mapper.findReversalOf(settlementId) != null) {
      throw PayablesError.SETTLEMENT_REVERSED.with(original.number());
    }
    if (reason.strip().length() < REASON_LENGTH_MIN) {
      throw PayablesError.REASON_MISSING.with(original.number());
    }
    PostedJournal journal = ledger.reverse(original.journalId(), postingDate, reason.strip(), by);
    var reversal =
        new Settlement(
            Ids.next(),
            original.organizationId(),
            number(original.organizationId(), journal),
            original.itemId(),
            postingDate,
            original.amount().negated(),
            original.baseAmount().negated(),
            original.bankAccount(),
            original.bankAmount().negated(),
            original.bankBaseAmount().negated(),
            original.difference().negated(),
            original.discount().negated(),
            original.reference(),
            journal.id(),
            settlementId,
            reason.strip(),
            by.username(),
            clock.instant());
    keep(requireItem(original.itemId()), reversal, "settlement-reversed", by);
    return reversal;
  }

  private void check(DueItem item, NewSettlement wanted) {
    if (item.held() && !item.amount().isNegative()) {
      throw PayablesError.ITEM_HELD.with(item.documentNumber(), item.supplierName());
    }
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(item.organizationId()).zone()));
    if (wanted.settledOn().isBefore(item.postedOn()) || wanted.settledOn().isAfter(today)) {
      throw PayablesError.SETTLEMENT_DATE.with(
          wanted.settledOn(), item.documentNumber(), item.postedOn());
    }
  }

  private Account bank(UUID organizationId, NewSettlement wanted) {
    String code = wanted.bankAccount();
    Account account =
        code == null
            ? chart.forPurpose(organizationId, AccountPurpose.BANK)
            : chart.require(organizationId, code);
    if (account.controlledBy() != null || !account.postable()) {
      throw PayablesError.SETTLEMENT_ACCOUNT.with(account.code());
    }
    return account;
  }

  private @Nullable String differenceAccount(UUID organizationId, Money difference) {
    if (difference.isZero()) {
      return null;
    }
    AccountPurpose purpose =
        difference.isNegative()
            ? AccountPurpose.REALIZED_EXCHANGE_LOSS
            : AccountPurpose.REALIZED_EXCHANGE_GAIN;
    return chart.forPurpose(organizationId, purpose).code();
  }

  private String number(UUID organizationId, PostedJournal journal) {
    return numbers.next(organizationId, SERIES, journal.fiscalYear());
  }

  private void keep(DueItem item, Settlement settlement, String action, Actor by) {
    mapper.insert(SettlementMapper.Row.of(settlement));
    mapper.reduce(item.id(), settlement.amount().amount(), settlement.baseAmount().amount());
    audit.record(
        new AuditEntry(
            item.organizationId(), by, action, RESOURCE, settlement.number(), null, settlement));
    events.publishEvent(
        new ItemSettled(
            Ids.next(),
            item.organizationId(),
            item.id(),
            settlement.id(),
            settlement.settledOn(),
            settlement.amount(),
            item.open().minus(settlement.amount()),
            clock.instant()));
  }
}
