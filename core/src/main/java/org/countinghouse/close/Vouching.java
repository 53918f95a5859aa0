package org.countinghouse.close;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.close.ChecklistMapper.AccountBalance;
import org.countinghouse.close.ChecklistMapper.Row;
import org.countinghouse.close.ChecklistMapper.Vouched;
import org.countinghouse.close.spi.ReadinessCheck.Title;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps the balances items vouch for and tells when one is not what it was. */
@Component
class Vouching {

  private final ChecklistMapper mapper;
  private final Organizations organizations;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Vouching(
      ChecklistMapper mapper,
      Organizations organizations,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.organizations = organizations;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What the items of a closing vouched for, by key, beside what it is now. */
  Map<String, List<VouchedBalance>> of(UUID closingId) {
    return mapper.listVouched(closingId).stream()
        .collect(
            Collectors.groupingBy(
                Vouched::key, Collectors.mapping(Vouching::balance, Collectors.toList())));
  }

  boolean hasMoved(UUID closingId, String key) {
    return of(closingId).getOrDefault(key, List.of()).stream().anyMatch(VouchedBalance::hasMoved);
  }

  /** Remembers the balances of this moment in place of those before. */
  void vouch(Closing closing, String key, Set<String> accounts) {
    mapper.deleteVouched(closing.id(), key);
    if (accounts.isEmpty()) {
      return;
    }
    String currency = organizations.byId(closing.organizationId()).baseCurrency().getCurrencyCode();
    List<AccountBalance> balances =
        mapper.listBalances(closing.id(), currency, List.copyOf(accounts));
    if (!balances.isEmpty()) {
      mapper.insertVouched(closing.organizationId(), closing.id(), key, balances);
    }
  }

  /** The balances of these accounts, with what the item vouched for. */
  List<SignOffs.WatchedBalance> watched(Closing closing, String key, Set<String> accounts) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    Currency currency = organizations.byId(closing.organizationId()).baseCurrency();
    Map<String, Money> then =
        of(closing.id()).getOrDefault(key, List.of()).stream()
            .collect(Collectors.toMap(VouchedBalance::account, VouchedBalance::then));
    return mapper
        .listBalances(closing.id(), currency.getCurrencyCode(), List.copyOf(accounts))
        .stream()
        .map(
            balance ->
                new SignOffs.WatchedBalance(
                    balance.account(),
                    balance.name(),
                    then.get(balance.account()),
                    money(balance.amount(), currency)))
        .toList();
  }

  private static Money money(BigDecimal amount, Currency currency) {
    return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
  }

  /** An item people are to sign off now; tells its owner. */
  Row due(Closing closing, Row row, Actor actor) {
    announce(closing, row);
    return row.due(actor.username(), actor.onBehalfOf(), now());
  }

  /** An item that was signed off is open again; tells its owner and the audit log. */
  Row decertify(Closing closing, Row row, Actor actor) {
    List<VouchedBalance> moved =
        of(closing.id()).getOrDefault(row.key(), List.of()).stream()
            .filter(VouchedBalance::hasMoved)
            .toList();
    audit.record(
        new AuditEntry(
            closing.organizationId(),
            actor,
            "decertified",
            Closings.RESOURCE,
            closing.number(),
            null,
            Map.of(
                "item",
                row.key(),
                "signedOffBy",
                String.valueOf(row.checkedBy()),
                "moved",
                moved.stream()
                    .collect(
                        Collectors.toMap(
                            VouchedBalance::account, balance -> balance.movement().toString())))));
    announce(closing, row);
    return row.decertified(now());
  }

  private void announce(Closing closing, Row row) {
    events.publishEvent(
        new SignOffDue(
            closing.id(),
            closing.organizationId(),
            closing.number(),
            row.key(),
            new Title(row.titleEn(), row.titleDe()),
            row.owner()));
  }

  private static VouchedBalance balance(Vouched vouched) {
    Currency currency = Currency.getInstance(vouched.currency());
    return new VouchedBalance(
        vouched.account(), money(vouched.then(), currency), money(vouched.now(), currency));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
