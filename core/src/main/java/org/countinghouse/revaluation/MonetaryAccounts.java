package org.countinghouse.revaluation;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.Account;
import org.countinghouse.ledger.AccountPurpose;
import org.countinghouse.ledger.AccountType;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.revaluation.spi.KnownTreatments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which accounts are monetary. Control accounts, the bank and accounts kept in one currency are;
 * tax and prepayments are not; unless somebody said otherwise. Of every other asset or liability
 * that holds foreign currency somebody has to say it: it is asked for, never guessed.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class MonetaryAccounts {

  private static final Map<AccountPurpose, Treatment> BY_PURPOSE =
      Map.of(
          AccountPurpose.BANK, Treatment.MONETARY,
          AccountPurpose.PAYMENTS_IN_TRANSIT, Treatment.MONETARY,
          AccountPurpose.SUSPENSE, Treatment.MONETARY,
          AccountPurpose.ACCRUED_EXPENSES, Treatment.MONETARY,
          AccountPurpose.PREPAID_EXPENSES, Treatment.NON_MONETARY);

  private final RevaluationMapper mapper;
  private final ChartOfAccounts chart;
  private final ObjectProvider<KnownTreatments> known;
  private final Audit audit;
  private final Clock clock;

  MonetaryAccounts(
      RevaluationMapper mapper,
      ChartOfAccounts chart,
      ObjectProvider<KnownTreatments> known,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.known = known;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was said of accounts, by code. */
  @Transactional(readOnly = true)
  public Map<String, Treatment> stated(UUID organizationId) {
    return mapper.listTreatments(organizationId).stream()
        .collect(
            Collectors.toMap(
                RevaluationMapper.TreatmentRow::account,
                RevaluationMapper.TreatmentRow::treatment));
  }

  /** What modules know of their accounts, and what was said by people, which goes before it. */
  @Transactional(readOnly = true)
  public Map<String, Treatment> known(UUID organizationId) {
    Map<String, Treatment> all = new TreeMap<>();
    known.orderedStream().forEach(module -> all.putAll(module.treatments(organizationId)));
    all.putAll(stated(organizationId));
    return all;
  }

  /**
   * Says of an account whether it is monetary, in the place of what was said before.
   *
   * @throws BusinessException {@code ledger.account-unknown}, {@code revaluation.treatment-useless}
   */
  public void treat(UUID organizationId, String code, Treatment treatment, Actor by) {
    Account account = chart.require(organizationId, code);
    if (!canHold(account)) {
      throw RevaluationError.TREATMENT_USELESS.with(
          code,
          account.purpose() == AccountPurpose.EXCHANGE_VALUATION
              ? account.purpose()
              : account.type());
    }
    Treatment before = stated(organizationId).get(code);
    if (before == treatment) {
      return;
    }
    mapper.upsertTreatment(organizationId, code, treatment, by.username(), clock.instant());
    audit.record(
        new AuditEntry(organizationId, by, "treated", "currency.account", code, before, treatment));
  }

  /** Whether the account is one that is either monetary or not. */
  static boolean canHold(Account account) {
    return (account.type() == AccountType.ASSET || account.type() == AccountType.LIABILITY)
        && account.purpose() != AccountPurpose.EXCHANGE_VALUATION;
  }

  /**
   * How the account is treated; empty: somebody has to say it.
   *
   * @param known as {@link #known} says
   */
  static Optional<Treatment> treatment(Account account, Map<String, Treatment> known) {
    Treatment said = known.get(account.code());
    if (said != null) {
      return Optional.of(said);
    }
    AccountPurpose purpose = account.purpose();
    if (purpose != null && BY_PURPOSE.containsKey(purpose)) {
      return Optional.ofNullable(BY_PURPOSE.get(purpose));
    }
    boolean isMoney = account.controlledBy() != null || account.currency() != null;
    return isMoney ? Optional.of(Treatment.MONETARY) : Optional.empty();
  }
}
