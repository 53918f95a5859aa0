package org.countinghouse.payables;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.SupplierChange.Kind;
import org.countinghouse.payables.SupplierChange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a decision on a change does. Who may decide was checked before. */
@Component
class SupplierVerdicts {

  static final String RESOURCE = "payables.supplier-change";

  private final SupplierMapper mapper;
  private final SupplierAccounts accounts;
  private final SupplierBlocks.BlockMapper blocks;
  private final DifferenceLetters letters;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SupplierVerdicts(
      SupplierMapper mapper,
      SupplierAccounts accounts,
      SupplierBlocks.BlockMapper blocks,
      DifferenceLetters letters,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.accounts = accounts;
    this.blocks = blocks;
    this.letters = letters;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** The account may be paid to after its waiting period, the supplier is dealt with. */
  void verified(SupplierChange change, Supplier supplier, @Nullable String evidence, Actor by) {
    if (change.kind() == Kind.UNBLOCK) {
      requireOnlyOne(supplier);
      blocks.lift(change.supplierId(), by.username(), clock.instant(), change.id());
    }
    if (change.kind() == Kind.NEW_ACCOUNT) {
      changeAccount(change, supplier, by);
    } else {
      accounts.proposedBy(change).forEach(account -> accounts.verify(account, change, by));
      mapper.updateState(change.supplierId(), SupplierState.ACTIVE, by.username(), clock.instant());
    }
    decide(change, State.VERIFIED, evidence, by);
  }

  /** The account is never paid to, a new supplier is blocked, a blocked one stays so. */
  void rejected(SupplierChange change, String reason, Actor by) {
    if (change.kind() != Kind.UNBLOCK) {
      accounts.proposedBy(change).forEach(account -> accounts.reject(account, by));
    }
    if (change.kind() == Kind.NEW_SUPPLIER) {
      mapper.updateState(change.supplierId(), SupplierState.BLOCKED, null, null);
    }
    decide(change, State.REJECTED, reason, by);
  }

  void decide(SupplierChange change, State state, @Nullable String reason, Actor by) {
    mapper.decideChange(change.id(), state, by.username(), reason, clock.instant());
    audit.record(
        new AuditEntry(
            change.organizationId(),
            by,
            state.name().toLowerCase(Locale.ROOT),
            RESOURCE,
            change.number(),
            null,
            reason));
    events.publishEvent(
        new SupplierChangeDecided(
            Ids.next(),
            change.organizationId(),
            change.id(),
            change.supplierId(),
            state,
            clock.instant()));
  }

  /** Written in the same transaction: no change takes effect that its supplier is not told of. */
  private void changeAccount(SupplierChange change, Supplier supplier, Actor by) {
    List<SupplierAccount> before =
        accounts.of(supplier.id()).stream()
            .filter(account -> account.state() == SupplierAccount.State.VERIFIED)
            .toList();
    for (SupplierAccount account : accounts.proposedBy(change)) {
      Instant usableFrom = accounts.verify(account, change, by);
      letters.write(change, supplier, before, account, usableFrom);
    }
  }

  /** While it was blocked, another may have taken its VAT id. */
  private void requireOnlyOne(Supplier supplier) {
    String vatId = supplier.party().vatId();
    if (vatId != null) {
      mapper
          .findLiveByVatId(supplier.organizationId(), vatId)
          .filter(other -> !other.id().equals(supplier.id()))
          .ifPresent(
              other -> {
                throw PayablesError.SUPPLIER_TAKEN.with(vatId, other.number());
              });
    }
  }
}
