package org.countinghouse.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts an organization keeps its books in. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ChartOfAccounts {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");

  private final ChartMapper mapper;
  private final Audit audit;
  private final Clock clock;

  ChartOfAccounts(ChartMapper mapper, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.audit = audit;
    this.clock = clock;
  }

  /** All accounts, by code; the inactive ones included. */
  @Transactional(readOnly = true)
  public List<Account> accounts(UUID organizationId) {
    return mapper.list(organizationId).stream().map(ChartMapper.Row::account).toList();
  }

  /** The account of this code, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Account> find(UUID organizationId, String code) {
    return mapper.listByCode(organizationId, new String[] {code}).stream()
        .map(ChartMapper.Row::account)
        .findFirst();
  }

  /**
   * The account of this code.
   *
   * @throws BusinessException {@code ledger.account-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Account require(UUID organizationId, String code) {
    return find(organizationId, code).orElseThrow(() -> LedgerError.ACCOUNT_UNKNOWN.with(code));
  }

  /** The account that serves this purpose, if one was named. */
  @Transactional(readOnly = true)
  public Optional<Account> findForPurpose(UUID organizationId, AccountPurpose purpose) {
    return Optional.ofNullable(mapper.findByPurpose(organizationId, purpose))
        .map(ChartMapper.Row::account);
  }

  /**
   * The account that serves this purpose.
   *
   * @throws BusinessException {@code ledger.purpose-unassigned}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public Account forPurpose(UUID organizationId, AccountPurpose purpose) {
    return findForPurpose(organizationId, purpose)
        .orElseThrow(() -> LedgerError.PURPOSE_UNASSIGNED.with(purpose));
  }

  /**
   * Names the account that serves a purpose from now on, in place of the one that did.
   *
   * @throws BusinessException {@code ledger.account-unknown}, {@code ledger.account-inactive},
   *     {@code ledger.purpose-account}, {@code ledger.purpose-taken}
   */
  public Account assign(UUID organizationId, AccountPurpose purpose, String code, Actor by) {
    Account account = require(organizationId, code);
    if (!account.active()) {
      throw LedgerError.ACCOUNT_INACTIVE.with(code);
    }
    AccountPurpose other = account.purpose();
    if (other == purpose) {
      return account;
    }
    if (other != null) {
      throw LedgerError.PURPOSE_TAKEN.with(code, other, purpose);
    }
    checkPurpose(purpose, code, account.type(), account.postable(), account.controlledBy());
    String before = findForPurpose(organizationId, purpose).map(Account::code).orElse(null);
    mapper.releasePurpose(organizationId, purpose);
    mapper.assignPurpose(organizationId, code, purpose);
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "assigned",
            "ledger.account-purpose",
            purpose.name(),
            before == null ? null : Map.of("account", before),
            Map.of("account", code)));
    return require(organizationId, code);
  }

  /** The accounts of these codes, by code; unknown ones are absent. One query. */
  @Transactional(readOnly = true)
  public Map<String, Account> findAll(UUID organizationId, Collection<String> codes) {
    return mapper.listByCode(organizationId, codes.toArray(String[]::new)).stream()
        .map(ChartMapper.Row::account)
        .collect(Collectors.toMap(Account::code, Function.identity()));
  }

  /**
   * Adds one account.
   *
   * @throws BusinessException {@code ledger.account-invalid}, {@code ledger.account-taken}, {@code
   *     ledger.parent-unknown}, {@code ledger.dimension-undefined}, {@code ledger.purpose-account},
   *     {@code ledger.purpose-served}
   */
  public Account create(UUID organizationId, NewAccount wanted, Actor by) {
    return create(organizationId, List.of(wanted), by).get(0);
  }

  /**
   * Adds accounts, headings before what stands below them; all or none.
   *
   * @throws BusinessException {@code ledger.account-invalid}, {@code ledger.account-taken}, {@code
   *     ledger.parent-unknown}, {@code ledger.dimension-undefined}, {@code ledger.purpose-account},
   *     {@code ledger.purpose-served}
   */
  public List<Account> create(UUID organizationId, List<NewAccount> wanted, Actor by) {
    Set<String> known = new HashSet<>();
    Map<AccountPurpose, String> served = new EnumMap<>(AccountPurpose.class);
    for (ChartMapper.Row row : mapper.list(organizationId)) {
      known.add(row.code());
      AccountPurpose purpose = row.account().purpose();
      if (purpose != null) {
        served.put(purpose, row.code());
      }
    }
    for (NewAccount each : wanted) {
      check(each, known, served);
    }
    List<ChartMapper.Row> rows =
        wanted.stream().map(each -> ChartMapper.Row.of(Ids.next(), organizationId, each)).toList();
    if (!rows.isEmpty()) {
      mapper.insert(rows, by.username(), clock.instant());
      audit.record(
          new AuditEntry(
              organizationId,
              by,
              "created",
              "ledger.account",
              rows.get(0).code() + (rows.size() > 1 ? " and " + (rows.size() - 1) + " more" : ""),
              null,
              wanted));
    }
    return rows.stream().map(ChartMapper.Row::account).toList();
  }

  /**
   * Stops new postings to an account; what is posted stays.
   *
   * @throws BusinessException {@code ledger.account-unknown}, {@code ledger.account-serves}
   */
  public void deactivate(UUID organizationId, String code, Actor by) {
    Account account = require(organizationId, code);
    if (account.purpose() != null) {
      throw LedgerError.ACCOUNT_SERVES.with(code, account.purpose());
    }
    if (account.active()) {
      mapper.deactivate(organizationId, code, clock.instant());
      audit.record(
          new AuditEntry(organizationId, by, "deactivated", "ledger.account", code, null, null));
    }
  }

  /**
   * Lets an inactive account take postings again.
   *
   * @throws BusinessException {@code ledger.account-unknown}
   */
  public void activate(UUID organizationId, String code, Actor by) {
    if (!require(organizationId, code).active()) {
      mapper.deactivate(organizationId, code, null);
      audit.record(
          new AuditEntry(organizationId, by, "activated", "ledger.account", code, null, null));
    }
  }

  /**
   * Changes what an account is called; its code stays.
   *
   * @throws BusinessException {@code ledger.account-unknown}
   */
  public Account rename(UUID organizationId, String code, String name, Actor by) {
    Account before = require(organizationId, code);
    mapper.rename(organizationId, code, name);
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "renamed",
            "ledger.account",
            code,
            Map.of("name", before.name()),
            Map.of("name", name)));
    return require(organizationId, code);
  }

  private static void check(
      NewAccount wanted, Set<String> known, Map<AccountPurpose, String> served) {
    if (!CODE.matcher(wanted.code()).matches()) {
      throw LedgerError.ACCOUNT_INVALID.with(wanted.code());
    }
    String parent = wanted.parent();
    if (parent != null && !known.contains(parent)) {
      throw LedgerError.PARENT_UNKNOWN.with(parent, wanted.code());
    }
    if (!known.add(wanted.code())) {
      throw LedgerError.ACCOUNT_TAKEN.with(wanted.code());
    }
    if (!Account.DIMENSIONS.containsAll(wanted.requiredDimensions())) {
      throw LedgerError.DIMENSION_UNDEFINED.with(
          wanted.code(), wanted.requiredDimensions(), Account.DIMENSIONS);
    }
    AccountPurpose purpose = wanted.purpose();
    if (purpose != null) {
      checkPurpose(purpose, wanted.code(), wanted.type(), wanted.postable(), wanted.controlledBy());
      String other = served.putIfAbsent(purpose, wanted.code());
      if (other != null) {
        throw LedgerError.PURPOSE_SERVED.with(purpose, other);
      }
    }
  }

  /** An account the ledger itself posts to takes postings, from the ledger, on the right side. */
  private static void checkPurpose(
      AccountPurpose purpose,
      String code,
      AccountType type,
      boolean postable,
      @Nullable String controlledBy) {
    if (!postable || controlledBy != null || !purpose.suits(type)) {
      throw LedgerError.PURPOSE_ACCOUNT.with(code, purpose, new TreeSet<>(purpose.types()));
    }
  }
}
