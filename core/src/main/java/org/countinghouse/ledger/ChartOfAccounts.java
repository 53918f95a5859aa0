package org.countinghouse.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
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
   *     ledger.parent-unknown}
   */
  public Account create(UUID organizationId, NewAccount wanted, Actor by) {
    return create(organizationId, List.of(wanted), by).get(0);
  }

  /**
   * Adds accounts, headings before what stands below them; all or none.
   *
   * @throws BusinessException {@code ledger.account-invalid}, {@code ledger.account-taken}, {@code
   *     ledger.parent-unknown}
   */
  public List<Account> create(UUID organizationId, List<NewAccount> wanted, Actor by) {
    Set<String> known = new HashSet<>();
    mapper.list(organizationId).forEach(row -> known.add(row.code()));
    for (NewAccount each : wanted) {
      check(each, known);
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
   * @throws BusinessException {@code ledger.account-unknown}
   */
  public void deactivate(UUID organizationId, String code, Actor by) {
    if (require(organizationId, code).active()) {
      mapper.deactivate(organizationId, code, clock.instant());
      audit.record(
          new AuditEntry(organizationId, by, "deactivated", "ledger.account", code, null, null));
    }
  }

  private static void check(NewAccount wanted, Set<String> known) {
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
  }
}
