package org.countinghouse.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Our accounts at banks. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class BankAccounts {

  private static final String RESOURCE = "banking.account";
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,19}");
  private static final int NAME_MAX = 200;
  private static final int HOLDER_MAX = 140;

  private final BankAccountMapper mapper;
  private final ChartOfAccounts chart;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  BankAccounts(
      BankAccountMapper mapper,
      ChartOfAccounts chart,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of them by code, closed ones included. */
  @Transactional(readOnly = true)
  public List<BankAccount> list(UUID organizationId) {
    return mapper.list(organizationId).stream().map(BankAccountMapper.Row::value).toList();
  }

  /**
   * The bank account of this code.
   *
   * @throws BusinessException {@code banking.account-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public BankAccount require(UUID organizationId, String code) {
    return Optional.ofNullable(mapper.findByCode(organizationId, code))
        .map(BankAccountMapper.Row::value)
        .orElseThrow(() -> BankingError.ACCOUNT_UNKNOWN.with(code));
  }

  /**
   * The bank account of this id.
   *
   * @throws BusinessException {@code banking.account-unknown}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public BankAccount require(UUID id) {
    return Optional.ofNullable(mapper.find(id))
        .map(BankAccountMapper.Row::value)
        .orElseThrow(() -> BankingError.ACCOUNT_UNKNOWN.with(id));
  }

  /**
   * {@link #require(UUID, String)} of one that is in use.
   *
   * @throws BusinessException {@code banking.account-unknown}, {@code banking.account-closed}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public BankAccount requireOpen(UUID organizationId, String code) {
    BankAccount account = require(organizationId, code);
    if (!account.isOpen()) {
      throw BankingError.ACCOUNT_CLOSED.with(code);
    }
    return account;
  }

  /** Those of a number: one per currency. */
  @Transactional(readOnly = true)
  public List<BankAccount> byNumber(UUID organizationId, AccountNumber number) {
    return list(organizationId).stream()
        .filter(account -> account.number().identity().equals(number.identity()))
        .toList();
  }

  /**
   * The one a statement is about. Banks call an account by its IBAN, by the national number in it
   * with or without the bank's code, or by a name of their own, which is then an alias here.
   *
   * @param identification as the statement writes it
   * @param currency of the statement; null where it names none
   * @return empty when it is none of ours, or could be several
   */
  @Transactional(readOnly = true)
  public Optional<BankAccount> identify(
      UUID organizationId, String identification, @Nullable Currency currency) {
    String wanted = StatementNames.normalized(identification);
    List<BankAccount> named =
        list(organizationId).stream()
            .filter(account -> StatementNames.of(account).contains(wanted))
            .toList();
    List<BankAccount> sameCurrency =
        named.stream()
            .filter(account -> currency == null || account.currency().equals(currency))
            .toList();
    List<BankAccount> left = sameCurrency.isEmpty() ? named : sameCurrency;
    return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
  }

  /**
   * Enters an account.
   *
   * @throws BusinessException {@code banking.account-invalid}, {@code banking.account-taken},
   *     {@code banking.ledger-account}, {@code ledger.account-unknown}, {@code
   *     ledger.purpose-unassigned} when neither a transit account is named nor one serves
   */
  public BankAccount create(UUID organizationId, NewBankAccount wanted, Actor by) {
    String transit = wanted.transitAccount();
    var account =
        new BankAccount(
            Ids.next(),
            organizationId,
            wanted.code(),
            wanted.name().strip(),
            wanted.holder().strip(),
            wanted.number(),
            wanted.bic(),
            wanted.currency(),
            wanted.ledgerAccount(),
            transit == null
                ? chart.forPurpose(organizationId, AccountPurpose.PAYMENTS_IN_TRANSIT).code()
                : transit,
            wanted.aliases().stream().map(StatementNames::normalized).distinct().toList(),
            null);
    check(account);
    mapper.insert(BankAccountMapper.Row.of(account), by.username(), clock.instant());
    record(account, "created", null, by);
    return account;
  }

  /**
   * Changes what an account is called, by whom it is held, its bank's code, where its payments wait
   * and what statements call it. Number, currency and ledger account stay: entries stand on them.
   *
   * @throws BusinessException as {@link #create}, {@code banking.account-unknown}
   */
  public BankAccount change(
      UUID id,
      String name,
      String holder,
      @Nullable Bic bic,
      String transitAccount,
      List<String> aliases,
      Actor by) {
    BankAccount before = require(id);
    var after =
        new BankAccount(
            id,
            before.organizationId(),
            before.code(),
            name.strip(),
            holder.strip(),
            before.number(),
            bic,
            before.currency(),
            before.ledgerAccount(),
            transitAccount,
            aliases.stream().map(StatementNames::normalized).distinct().toList(),
            before.closedOn());
    check(after);
    mapper.update(BankAccountMapper.Row.of(after));
    record(after, "changed", shown(before), by);
    return after;
  }

  /**
   * Takes an account out of use from today: no payment leaves it any more. Statements of the time
   * before may still come in.
   *
   * @throws BusinessException {@code banking.account-unknown}, {@code banking.account-closed}
   */
  public BankAccount close(UUID id, Actor by) {
    BankAccount account = require(id);
    if (!account.isOpen()) {
      throw BankingError.ACCOUNT_CLOSED.with(account.code());
    }
    LocalDate today =
        LocalDate.now(clock.withZone(organizations.byId(account.organizationId()).zone()));
    mapper.close(id, today);
    BankAccount closed = require(id);
    record(closed, "closed", shown(account), by);
    return closed;
  }

  private void check(BankAccount account) {
    if (!CODE.matcher(account.code()).matches()
        || account.name().isEmpty()
        || account.name().length() > NAME_MAX
        || account.holder().isEmpty()
        || account.holder().length() > HOLDER_MAX) {
      throw BankingError.ACCOUNT_INVALID.with(account.code());
    }
    Currency base = organizations.byId(account.organizationId()).baseCurrency();
    checkPlace(account, account.ledgerAccount(), base);
    Account transit = chart.require(account.organizationId(), account.transitAccount());
    Currency kept = transit.currency();
    if (!takesPostings(transit)
        || account.transitAccount().equals(account.ledgerAccount())
        || (kept != null && !kept.equals(account.currency()))) {
      throw BankingError.LEDGER_ACCOUNT.with(account.transitAccount(), account.currency());
    }
    String taken = mapper.findTaken(BankAccountMapper.Row.of(account));
    if (taken != null) {
      throw BankingError.ACCOUNT_TAKEN.with(taken);
    }
  }

  /** An account of the books that names no currency is kept in base currency. */
  private void checkPlace(BankAccount account, String code, Currency base) {
    Account place = chart.require(account.organizationId(), code);
    Currency kept = place.currency() == null ? base : place.currency();
    if (!takesPostings(place) || !account.currency().equals(kept)) {
      throw BankingError.LEDGER_ACCOUNT.with(code, account.currency());
    }
  }

  private static boolean takesPostings(Account account) {
    return account.active() && account.postable() && account.controlledBy() == null;
  }

  private void record(BankAccount account, String action, @Nullable Object before, Actor by) {
    audit.record(
        new AuditEntry(
            account.organizationId(),
            by,
            action,
            RESOURCE,
            account.code(),
            before,
            shown(account)));
  }

  /** As the audit log may show it: the number's ends only. */
  private static Map<String, String> shown(BankAccount account) {
    return Map.of(
        "name", account.name(),
        "holder", account.holder(),
        "number", account.number().masked(),
        "currency", account.currency().getCurrencyCode(),
        "ledgerAccount", account.ledgerAccount(),
        "transitAccount", account.transitAccount(),
        "closedOn", String.valueOf(account.closedOn()).toLowerCase(Locale.ROOT));
  }
}
