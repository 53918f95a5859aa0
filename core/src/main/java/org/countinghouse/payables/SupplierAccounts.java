package org.countinghouse.payables;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.SupplierMapper.AccountRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank accounts of suppliers: encrypted at rest, verified by a second person, waiting before
 * the first payment, retired when they are not to be used any more.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SupplierAccounts {

  private static final String RESOURCE = "payables.supplier-account";

  private final SupplierMapper mapper;
  private final SupplierPolicies policies;
  private final Organizations organizations;
  private final BankNumbers numbers;
  private final Audit audit;
  private final Clock clock;

  SupplierAccounts(
      SupplierMapper mapper,
      SupplierPolicies policies,
      Organizations organizations,
      BankNumbers numbers,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.policies = policies;
    this.organizations = organizations;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /** The supplier's bank accounts, oldest first. */
  @Transactional(readOnly = true)
  public List<SupplierAccount> of(UUID supplierId) {
    return mapper.listAccounts(supplierId).stream().map(row -> row.account(numbers)).toList();
  }

  /**
   * The account of this id.
   *
   * @throws BusinessException {@code payables.supplier-account-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SupplierAccount require(UUID accountId) {
    AccountRow row = mapper.findAccount(accountId);
    if (row == null) {
      throw PayablesError.ACCOUNT_UNKNOWN.with(accountId);
    }
    return row.account(numbers);
  }

  /**
   * The whole number, for somebody who calls the supplier to compare it. Who read it is logged.
   *
   * @throws BusinessException {@code payables.supplier-account-unknown}
   */
  public AccountNumber reveal(UUID accountId, Actor by) {
    SupplierAccount account = require(accountId);
    record(account, "revealed", by);
    return account.number();
  }

  /**
   * Stops payments to an account for good; the same number has to be verified anew to be used
   * again.
   *
   * @throws BusinessException {@code payables.supplier-account-unknown}, {@code
   *     payables.supplier-account-state}
   */
  public void retire(UUID accountId, Actor by) {
    SupplierAccount account = require(accountId);
    if (mapper.retireAccount(accountId, by.username(), clock.instant()) != 1) {
      throw PayablesError.ACCOUNT_STATE.with(account.masked(), account.state());
    }
    record(account, "retired", by);
  }

  /** Proposes the account; nothing is paid to it yet. */
  UUID add(Supplier supplier, PayeeAccount stated, AccountNumber number, Actor by) {
    UUID organization = supplier.organizationId();
    if (isCurrent(supplier, number)) {
      throw PayablesError.ACCOUNT_TAKEN.with(number.masked());
    }
    var row =
        new AccountRow(
            Ids.next(),
            organization,
            supplier.id(),
            numbers.encrypt(organization, number),
            numbers.print(organization, number),
            BankNumbers.bic(stated),
            stated.holder(),
            SupplierAccount.State.PROPOSED,
            by.username(),
            clock.instant(),
            null,
            null);
    mapper.insertAccount(row);
    return row.id();
  }

  /** Whether the supplier has this account, verified or waiting for it. */
  boolean isCurrent(Supplier supplier, AccountNumber number) {
    String print = numbers.print(supplier.organizationId(), number);
    return mapper.listAccounts(supplier.id()).stream()
        .anyMatch(known -> known.current() && known.numberPrint().equals(print));
  }

  /** What of the supplier's accounts a change decides. */
  List<SupplierAccount> proposedBy(SupplierChange change) {
    return of(change.supplierId()).stream()
        .filter(account -> account.state() == SupplierAccount.State.PROPOSED)
        .filter(
            account ->
                change.kind() == SupplierChange.Kind.NEW_SUPPLIER
                    || account.id().equals(change.accountId()))
        .toList();
  }

  /**
   * The second person agreed.
   *
   * @return from when on it is paid to
   */
  Instant verify(SupplierAccount account, SupplierChange change, Actor by) {
    Instant now = clock.instant();
    Instant usableFrom = usableFrom(change, now);
    mapper.decideAccount(
        account.id(), SupplierAccount.State.VERIFIED, by.username(), now, usableFrom);
    if (change.replaces()) {
      mapper.retireOthers(account.supplierId(), account.id(), by.username(), now);
    }
    return usableFrom;
  }

  /** The second person refused. */
  void reject(SupplierAccount account, Actor by) {
    mapper.decideAccount(
        account.id(), SupplierAccount.State.REJECTED, by.username(), clock.instant(), null);
  }

  /** Two people vouched for it elsewhere: usable at once. */
  void adopt(SupplierAccount account, Actor by) {
    Instant now = clock.instant();
    mapper.decideAccount(account.id(), SupplierAccount.State.VERIFIED, by.username(), now, now);
  }

  private Instant usableFrom(SupplierChange change, Instant now) {
    SupplierPolicy policy = policies.of(change.organizationId());
    int days =
        change.kind() == SupplierChange.Kind.NEW_SUPPLIER
            ? policy.newHoldDays()
            : policy.changeHoldDays();
    if (days == 0) {
      return now;
    }
    ZoneId zone = organizations.byId(change.organizationId()).zone();
    return organizations
        .calendar(change.organizationId())
        .plusWorkingDays(LocalDate.ofInstant(now, zone), days)
        .atStartOfDay(zone)
        .toInstant();
  }

  private void record(SupplierAccount account, String action, Actor by) {
    audit.record(
        new AuditEntry(
            account.organizationId(),
            by,
            action,
            RESOURCE,
            account.id().toString(),
            null,
            Map.of("number", account.masked())));
  }
}
