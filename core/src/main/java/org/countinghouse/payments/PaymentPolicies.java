package org.countinghouse.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.banking.BankAccounts;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organization;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How organizations pay, and on which days proposals are made by themselves. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PaymentPolicies {

  private static final int DAYS_AHEAD = 7;
  private static final BigDecimal YIELD_MIN = BigDecimal.TEN;
  private static final int WEEK = 7;

  private final PolicyMapper mapper;
  private final BankAccounts bankAccounts;
  private final Organizations organizations;
  private final Audit audit;
  private final Clock clock;

  PaymentPolicies(
      PolicyMapper mapper,
      BankAccounts bankAccounts,
      Organizations organizations,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.bankAccounts = bankAccounts;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What holds for an organization; where nobody said anything: a week ahead, no minimum, discounts
   * from 10 percent a year, on the next business day, nothing by itself.
   */
  @Transactional(readOnly = true)
  public PaymentPolicy of(UUID organizationId) {
    PolicyMapper.Row row = mapper.find(organizationId);
    if (row == null) {
      Currency base = organizations.byId(organizationId).baseCurrency();
      return new PaymentPolicy(
          DAYS_AHEAD, Money.zero(base), YIELD_MIN, Set.of(), 1, accounts(organizationId));
    }
    return new PaymentPolicy(
        row.daysAhead(),
        new Money(row.minimumAmount(), Currency.getInstance(row.baseCurrency())),
        row.discountYieldMin(),
        weekdays(row.weekdays()),
        row.payAfterDays(),
        accounts(organizationId));
  }

  private Map<String, String> accounts(UUID organizationId) {
    Map<String, String> accounts = new HashMap<>();
    mapper.listAccounts(organizationId).forEach(row -> accounts.put(row.currency(), row.code()));
    return accounts;
  }

  /**
   * Sets how an organization pays, in the place of what held before.
   *
   * @throws BusinessException {@code payments.settings}, {@code banking.account-unknown}, {@code
   *     banking.account-closed}
   */
  public PaymentPolicy set(UUID organizationId, PaymentPolicy wanted, Actor by) {
    Organization company = organizations.byId(organizationId);
    if (!wanted.minimum().currency().equals(company.baseCurrency())) {
      throw PaymentsError.SETTINGS.with("the minimum is in " + company.baseCurrency());
    }
    PaymentPolicy before = of(organizationId);
    mapper.upsert(organizationId, row(company, wanted), by.username(), clock.instant());
    mapper.deleteAccounts(organizationId);
    wanted
        .accounts()
        .forEach(
            (currency, code) ->
                mapper.insertAccount(
                    organizationId,
                    currency(currency),
                    bankAccounts.requireOpen(organizationId, code).id()));
    audit.record(
        new AuditEntry(
            organizationId, by, "set", "payments.settings", company.code(), before, wanted));
    return of(organizationId);
  }

  private PolicyMapper.Row row(Organization company, PaymentPolicy policy) {
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    return new PolicyMapper.Row(
        policy.daysAhead(),
        policy.minimum().amount(),
        policy.minimum().currency().getCurrencyCode(),
        policy.discountYieldMin(),
        policy.weekdays().stream()
            .map(day -> String.valueOf(day.getValue()))
            .sorted()
            .collect(Collectors.joining(",")),
        policy.payAfterDays(),
        next(policy.weekdays(), today));
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw PaymentsError.SETTINGS.with("there is no currency " + code);
    }
  }

  private static Set<DayOfWeek> weekdays(String stored) {
    return stored.isEmpty()
        ? Set.of()
        : Arrays.stream(stored.split(","))
            .map(day -> DayOfWeek.of(Integer.parseInt(day)))
            .collect(Collectors.toSet());
  }

  /** The first of these weekdays after a day; null where there are none. */
  private static @Nullable LocalDate next(Set<DayOfWeek> weekdays, LocalDate after) {
    for (int days = 1; days <= WEEK; days++) {
      LocalDate day = after.plusDays(days);
      if (weekdays.contains(day.getDayOfWeek())) {
        return day;
      }
    }
    return null;
  }

  /**
   * The organizations whose day has come, each handed out once: the day is moved on in this
   * transaction, in which the caller makes the proposal. What was missed while no server ran is
   * made up for once.
   */
  public List<UUID> takeDue() {
    LocalDate latest = LocalDate.now(clock).plusDays(1);
    return mapper.listDue(latest).stream()
        .filter(this::take)
        .map(row -> row.organizationId())
        .toList();
  }

  private boolean take(PolicyMapper.DueRow due) {
    Organization company = organizations.byId(due.organizationId());
    LocalDate today = LocalDate.now(clock.withZone(company.zone()));
    if (due.day().isAfter(today)) {
      return false;
    }
    LocalDate next = next(of(due.organizationId()).weekdays(), today);
    return next != null && mapper.advance(due.organizationId(), due.day(), next) == 1;
  }
}
