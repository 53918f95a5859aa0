package org.countinghouse.payables;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.SupplierMapper.PartyKeys;
import org.countinghouse.payables.SupplierMapper.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom we buy from. Every new one is a candidate until a second person has verified it. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class Suppliers {

  private static final int LIST_LIMIT = 200;
  static final String RESOURCE = "payables.supplier";

  private final SupplierMapper mapper;
  private final SupplierChanges changes;
  private final SupplierAccounts accounts;
  private final SupplierContacts contacts;
  private final BankNumbers bankNumbers;
  private final DocumentNumbers numbers;
  private final Audit audit;
  private final Clock clock;

  Suppliers(
      SupplierMapper mapper,
      SupplierChanges changes,
      SupplierAccounts accounts,
      SupplierContacts contacts,
      BankNumbers bankNumbers,
      DocumentNumbers numbers,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.changes = changes;
    this.accounts = accounts;
    this.contacts = contacts;
    this.bankNumbers = bankNumbers;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /** The supplier of this id, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Supplier> find(UUID id) {
    return Optional.ofNullable(mapper.find(id)).map(Row::supplier);
  }

  /**
   * The supplier of this id.
   *
   * @throws BusinessException {@code payables.supplier-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Supplier require(UUID id) {
    return find(id).orElseThrow(() -> PayablesError.SUPPLIER_UNKNOWN.with(id));
  }

  /** The suppliers of these ids, by id; one statement. */
  @Transactional(readOnly = true)
  public Map<UUID, Supplier> byId(UUID organizationId, Collection<UUID> ids) {
    String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
    return mapper.listById(organizationId, texts).stream()
        .map(Row::supplier)
        .collect(Collectors.toMap(Supplier::id, Function.identity()));
  }

  /** Those whose name or number contains the text, by name; at most {@value #LIST_LIMIT}. */
  @Transactional(readOnly = true)
  public List<Supplier> list(UUID organizationId, @Nullable String text) {
    return mapper.list(organizationId, text, LIST_LIMIT).stream().map(Row::supplier).toList();
  }

  /** The supplier's bank accounts, oldest first. */
  @Transactional(readOnly = true)
  public List<SupplierAccount> accounts(UUID supplierId) {
    return accounts.of(supplierId);
  }

  /**
   * Makes a candidate and asks for its verification.
   *
   * @param reason where it comes from
   * @throws BusinessException {@code payables.supplier-name}, {@code payables.supplier-taken}
   */
  public Supplier create(UUID organizationId, NewSupplier wanted, String reason, Actor by) {
    return create(organizationId, wanted, reason, null, by);
  }

  /**
   * As {@link #create(UUID, NewSupplier, String, Actor)}, because a document names the supplier.
   */
  Supplier create(
      UUID organizationId, NewSupplier wanted, String reason, @Nullable UUID source, Actor by) {
    Supplier supplier = insert(organizationId, wanted, by);
    changes.request(supplier, SupplierChange.Kind.NEW_SUPPLIER, null, false, reason, source, by);
    return supplier;
  }

  /**
   * Makes a candidate a person entered: as {@link #create}, but what can be checked has to be
   * right, since the person is there to correct it.
   *
   * @throws BusinessException as {@link #create}, {@code bankdetails.*}
   */
  public Supplier enter(
      UUID organizationId, NewSupplier wanted, SupplierContact contact, String reason, Actor by) {
    Party party = PartyChecks.required(wanted.party());
    wanted.accounts().forEach(BankNumbers::required);
    Supplier supplier =
        create(
            organizationId, new NewSupplier(party, wanted.terms(), wanted.accounts()), reason, by);
    contacts.set(supplier, contact, by);
    return supplier;
  }

  /**
   * The supplier, when it may be ordered from and paid.
   *
   * @throws BusinessException {@code payables.supplier-unknown}, {@code
   *     payables.supplier-not-active}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Supplier requireActive(UUID id) {
    Supplier supplier = require(id);
    if (supplier.state() != SupplierState.ACTIVE) {
      throw PayablesError.SUPPLIER_NOT_ACTIVE.with(supplier.number(), supplier.state());
    }
    return supplier;
  }

  /**
   * Takes over a supplier that two people vouched for elsewhere, such as in the program used
   * before: it may be paid at once, no task is made.
   *
   * @throws BusinessException as {@link #create}, {@code payables.maker-is-checker}
   */
  public Supplier adopt(UUID organizationId, NewSupplier wanted, Actor maker, Actor checker) {
    if (maker.username().equals(checker.username())) {
      throw PayablesError.MAKER_IS_CHECKER.with(checker.username(), wanted.party().name());
    }
    Supplier supplier = insert(organizationId, wanted, maker);
    accounts.of(supplier.id()).forEach(account -> accounts.adopt(account, checker));
    mapper.updateState(supplier.id(), SupplierState.ACTIVE, checker.username(), clock.instant());
    audit.record(
        new AuditEntry(
            organizationId, checker, "adopted", RESOURCE, supplier.number(), null, null));
    return require(supplier.id());
  }

  /**
   * The party as it would be kept, when it can be a new supplier.
   *
   * @throws BusinessException {@code payables.supplier-name}, {@code payables.supplier-taken}
   */
  Party requireNew(UUID organizationId, Party wanted) {
    String name = wanted.name().strip();
    if (name.isEmpty() || name.length() > 500) {
      throw PayablesError.SUPPLIER_NAME.with();
    }
    Party party = normalized(wanted);
    String vatId = party.vatId();
    if (vatId != null) {
      resolve(organizationId, party, List.of())
          .filter(found -> vatId.equals(found.party().vatId()))
          .ifPresent(
              same -> {
                throw PayablesError.SUPPLIER_TAKEN.with(vatId, same.number());
              });
    }
    return party;
  }

  private Supplier insert(UUID organizationId, NewSupplier wanted, Actor by) {
    Party party = requireNew(organizationId, wanted.party());
    var supplier =
        new Supplier(
            Ids.next(),
            organizationId,
            numbers.next(organizationId, "S"),
            party,
            wanted.terms(),
            SupplierState.CANDIDATE,
            by.username(),
            null);
    mapper.insert(Row.of(supplier), clock.instant());
    wanted
        .accounts()
        .forEach(account -> accounts.add(supplier, account, BankNumbers.stated(account), by));
    contact(supplier.party()).ifPresent(contact -> contacts.set(supplier, contact, by));
    audit.record(
        new AuditEntry(
            organizationId, by, "created", RESOURCE, supplier.number(), null, supplier.party()));
    return supplier;
  }

  /**
   * Whom a document means: by VAT id, tax or register number, electronic address, verified bank
   * account or exact name, in this order; an active supplier before a candidate.
   */
  @Transactional(readOnly = true)
  public Optional<Supplier> resolve(
      UUID organizationId, Party party, List<PayeeAccount> payeeAccounts) {
    Party known = normalized(party);
    Party.Endpoint endpoint = known.endpoint();
    Party.PostalAddress address = known.address();
    var keys =
        new PartyKeys(
            known.name(),
            known.vatId(),
            known.taxRegistration(),
            known.legalRegistration(),
            endpoint == null ? null : endpoint.scheme(),
            endpoint == null ? null : endpoint.value(),
            address == null ? null : address.country());
    List<String> prints =
        payeeAccounts.isEmpty()
            ? List.of("") // no account has no number
            : payeeAccounts.stream()
                .map(BankNumbers::stated)
                .map(number -> bankNumbers.print(organizationId, number))
                .toList();
    return mapper.match(organizationId, keys, prints).stream()
        .findFirst()
        .flatMap(match -> find(match.id()));
  }

  /** Keeps others from making suppliers of this organization until this transaction ends. */
  void lockNewcomers(UUID organizationId) {
    mapper.lockNewcomers("payables.suppliers " + organizationId);
  }

  /**
   * The supplier, one receipt or decision at a time until this transaction ends.
   *
   * @throws BusinessException {@code payables.supplier-unknown}
   */
  public Supplier lock(UUID id) {
    Row row = mapper.lockById(id);
    if (row == null) {
      throw PayablesError.SUPPLIER_UNKNOWN.with(id);
    }
    return row.supplier();
  }

  /** An electronic address that is a mail address (EAS code EM) reaches somebody. */
  private static Optional<SupplierContact> contact(Party party) {
    Party.Endpoint endpoint = party.endpoint();
    return endpoint == null || !endpoint.scheme().equals("EM") || !endpoint.value().contains("@")
        ? Optional.empty()
        : Optional.of(new SupplierContact(null, endpoint.value(), null, null));
  }

  private static Party normalized(Party party) {
    Party.PostalAddress address = party.address();
    return new Party(
        party.name().strip(),
        Normalized.identifier(party.vatId()),
        Normalized.identifier(party.taxRegistration()),
        Normalized.identifier(party.legalRegistration()),
        party.endpoint(),
        address == null ? new Party.PostalAddress(null, null, null, null, null) : address);
  }
}
