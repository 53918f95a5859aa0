package org.countinghouse.payables;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Iban;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.SupplierChange.Kind;
import org.countinghouse.payables.SupplierChange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New suppliers, new bank accounts and blocked suppliers to be let go, on their way past a second
 * person. As long as one is open, nothing is paid to the supplier.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class SupplierChanges {

  private static final String RESOURCE = "payables.supplier-change";

  private final SupplierMapper mapper;
  private final SupplierAccounts accounts;
  private final SupplierContacts contacts;
  private final SupplierVerdicts verdicts;
  private final DocumentNumbers numbers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SupplierChanges(
      SupplierMapper mapper,
      SupplierAccounts accounts,
      SupplierContacts contacts,
      SupplierVerdicts verdicts,
      DocumentNumbers numbers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.accounts = accounts;
    this.contacts = contacts;
    this.verdicts = verdicts;
    this.numbers = numbers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The change of this id.
   *
   * @throws BusinessException {@code payables.supplier-change-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SupplierChange require(UUID id) {
    SupplierChange change = mapper.findChange(id);
    if (change == null) {
      throw PayablesError.CHANGE_UNKNOWN.with(id);
    }
    return change;
  }

  /** The change of this number of ours, if there is one. */
  @Transactional(readOnly = true)
  public Optional<SupplierChange> find(UUID organizationId, String number) {
    return Optional.ofNullable(mapper.findChangeByNumber(organizationId, number));
  }

  /** What of this supplier waits for a second person. */
  @Transactional(readOnly = true)
  public List<SupplierChange> open(UUID supplierId) {
    return mapper.listOpenChanges(supplierId);
  }

  /** Every change of this supplier, the latest first. */
  @Transactional(readOnly = true)
  public List<SupplierChange> list(UUID supplierId) {
    return mapper.listChanges(supplierId);
  }

  /**
   * Proposes a bank account and holds payments to the supplier until somebody else verified it. For
   * a candidate the account is verified together with the supplier.
   *
   * @throws BusinessException {@code bankdetails.*}, {@code payables.supplier-account-taken}
   */
  public void proposeAccount(Supplier supplier, PayeeAccount account, String reason, Actor by) {
    propose(supplier, account, BankNumbers.required(account), false, reason, null, by);
  }

  /**
   * Proposes a bank account that, once verified, takes the place of all others of the supplier.
   *
   * @throws BusinessException as {@link #proposeAccount}
   */
  public void replaceAccounts(Supplier supplier, PayeeAccount account, String reason, Actor by) {
    propose(supplier, account, BankNumbers.required(account), true, reason, null, by);
  }

  /**
   * Proposes what a document states beside the known accounts. An IBAN whose check digits are wrong
   * belongs to nobody: it is not proposed, the document's warnings tell of it.
   */
  void proposeStated(
      Supplier supplier, PayeeAccount account, String reason, @Nullable UUID source) {
    AccountNumber number = BankNumbers.stated(account);
    boolean wrongIban = !number.isIban() && Iban.isMeant(account.number());
    if (!wrongIban && !accounts.isCurrent(supplier, number)) {
      propose(supplier, account, number, false, reason, source, Actor.system("payables"));
    }
  }

  private void propose(
      Supplier supplier,
      PayeeAccount account,
      AccountNumber number,
      boolean replaces,
      String reason,
      @Nullable UUID source,
      Actor by) {
    UUID accountId = accounts.add(supplier, account, number, by);
    if (supplier.state() == SupplierState.ACTIVE) {
      request(supplier, Kind.NEW_ACCOUNT, accountId, replaces, reason, source, by);
    }
  }

  /**
   * Completes the data of a new supplier; whoever does may not verify it.
   *
   * @throws BusinessException {@code payables.supplier-change-state}
   */
  public void prepare(UUID changeId, Party party, SupplierTerms terms, Actor by) {
    SupplierChange change = lockOpen(changeId);
    Supplier before = supplier(change);
    var after =
        new Supplier(
            before.id(),
            before.organizationId(),
            before.number(),
            party,
            terms,
            before.state(),
            before.createdBy(),
            before.verifiedBy());
    mapper.update(SupplierMapper.Row.of(after));
    mapper.prepareChange(changeId, by.username());
    audit.record(
        new AuditEntry(
            change.organizationId(),
            by,
            "prepared",
            RESOURCE,
            change.number(),
            before.terms(),
            after.terms()));
  }

  /**
   * Completes a new supplier as a person enters it: as {@link #prepare}, but what can be checked
   * has to be right.
   *
   * @param contact whom we write to; null leaves who was known
   * @param added accounts beside those a document named
   * @throws BusinessException as {@link #prepare}, {@code bankdetails.*}, {@code
   *     payables.supplier-account-taken}
   */
  public void complete(
      UUID changeId,
      Party party,
      SupplierTerms terms,
      @Nullable SupplierContact contact,
      List<PayeeAccount> added,
      Actor by) {
    Party checked = PartyChecks.required(party);
    added.forEach(BankNumbers::required);
    prepare(changeId, checked, terms, by);
    Supplier supplier = supplier(require(changeId));
    if (contact != null) {
      contacts.set(supplier, contact, by);
    }
    added.forEach(account -> accounts.add(supplier, account, BankNumbers.required(account), by));
  }

  /**
   * Takes the candidate for a supplier we have: its open invoices move there (those it claimed
   * there already are held as duplicates), its accounts are proposed there.
   *
   * @throws BusinessException {@code payables.supplier-change-state}, {@code
   *     payables.supplier-not-active}
   */
  public void merge(UUID changeId, UUID intoSupplierId, Actor by) {
    SupplierChange change = lockOpen(changeId);
    SupplierMapper.Row into = mapper.lockById(intoSupplierId);
    if (into == null || !into.organizationId().equals(change.organizationId())) {
      throw PayablesError.SUPPLIER_UNKNOWN.with(intoSupplierId);
    }
    if (into.state() != SupplierState.ACTIVE) {
      throw PayablesError.SUPPLIER_NOT_ACTIVE.with(into.number(), into.state());
    }
    Supplier target = into.supplier();
    for (SupplierAccount account : accounts.of(change.supplierId())) {
      proposeStated(
          target,
          new PayeeAccount(account.number().value(), account.bic(), account.holder()),
          change.reason(),
          change.sourceDocumentId());
    }
    mapper.moveDuplicates(change.supplierId(), intoSupplierId);
    mapper.moveInvoices(change.supplierId(), intoSupplierId);
    mapper.updateState(change.supplierId(), SupplierState.BLOCKED, null, null);
    verdicts.decide(change, State.MERGED, "same as " + into.number(), by);
  }

  /**
   * The second person agrees: the supplier or its account may be paid, an account once its waiting
   * period is over; a blocked supplier is let go.
   *
   * @param evidence how it was checked
   * @throws BusinessException {@code payables.supplier-change-state}, {@code
   *     payables.maker-is-checker}, {@code payables.supplier-taken}
   */
  public void verify(UUID changeId, @Nullable String evidence, Actor by) {
    SupplierChange change = lockOpen(changeId);
    requireSecondPerson(change, by);
    verdicts.verified(change, supplier(change), evidence, by);
  }

  /**
   * The second person refuses: the account is never paid to, a new supplier is blocked, a blocked
   * one stays so.
   *
   * @throws BusinessException as {@link #verify}
   */
  public void reject(UUID changeId, String reason, Actor by) {
    SupplierChange change = lockOpen(changeId);
    requireSecondPerson(change, by);
    verdicts.rejected(change, reason, by);
  }

  void request(
      Supplier supplier,
      Kind kind,
      @Nullable UUID accountId,
      boolean replaces,
      String reason,
      @Nullable UUID source,
      Actor by) {
    var change =
        new SupplierChange(
            Ids.next(),
            supplier.organizationId(),
            numbers.next(supplier.organizationId(), "SC"),
            supplier.id(),
            kind,
            accountId,
            reason,
            State.OPEN,
            by.username(),
            clock.instant(),
            null,
            null,
            null,
            replaces,
            null,
            source);
    mapper.insertChange(change);
    audit.record(
        new AuditEntry(
            change.organizationId(), by, "requested", RESOURCE, change.number(), null, reason));
    events.publishEvent(
        new SupplierChangeRequested(
            Ids.next(),
            change.organizationId(),
            change.id(),
            change.number(),
            supplier.id(),
            kind,
            change.requestedAt()));
  }

  private static void requireSecondPerson(SupplierChange change, Actor by) {
    if (by.username().equals(change.requestedBy()) || by.username().equals(change.preparedBy())) {
      throw PayablesError.MAKER_IS_CHECKER.with(by.username(), change.number());
    }
  }

  private SupplierChange lockOpen(UUID changeId) {
    SupplierChange change = mapper.lockChange(changeId);
    if (change == null) {
      throw PayablesError.CHANGE_UNKNOWN.with(changeId);
    }
    if (change.state() != State.OPEN) {
      throw PayablesError.CHANGE_STATE.with(change.number(), change.state());
    }
    // whoever waits for the supplier's verification holds this row while it decides to wait
    mapper.lockById(change.supplierId());
    return change;
  }

  private Supplier supplier(SupplierChange change) {
    SupplierMapper.Row row = mapper.find(change.supplierId());
    if (row == null) {
      throw PayablesError.SUPPLIER_UNKNOWN.with(change.supplierId());
    }
    return row.supplier();
  }
}
