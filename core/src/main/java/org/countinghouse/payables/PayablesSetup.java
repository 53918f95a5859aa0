package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.ChartOfAccounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be known before a claim can be booked: tax codes and the accounts posted to. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PayablesSetup {

  private final SetupMapper mapper;
  private final ChartOfAccounts chart;
  private final Audit audit;
  private final Clock clock;

  PayablesSetup(SetupMapper mapper, ChartOfAccounts chart, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.audit = audit;
    this.clock = clock;
  }

  /** Names the accounts payables post to, in the place of earlier ones. */
  public void setAccounts(UUID organizationId, PayablesAccounts accounts, Actor by) {
    List.of(accounts.creditors(), accounts.prepayments(), accounts.rounding())
        .forEach(code -> chart.require(organizationId, code));
    PayablesAccounts before = mapper.findAccounts(organizationId);
    mapper.upsertAccounts(organizationId, accounts);
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "set",
            "payables.accounts",
            organizationId.toString(),
            before,
            accounts));
  }

  /**
   * The accounts payables post to.
   *
   * @throws BusinessException {@code payables.accounts-missing}
   */
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public PayablesAccounts accounts(UUID organizationId) {
    PayablesAccounts accounts = mapper.findAccounts(organizationId);
    if (accounts == null) {
      throw PayablesError.ACCOUNTS_MISSING.with(organizationId);
    }
    return accounts;
  }

  /**
   * Adds a tax code.
   *
   * @throws BusinessException {@code payables.tax-code-taken}, {@code payables.tax-code-invalid},
   *     {@code ledger.account-unknown}
   */
  public void createTaxCode(TaxCode wanted, Actor by) {
    boolean reverse = wanted.kind() == TaxCode.Kind.REVERSE_CHARGE;
    boolean deductible = reverse || wanted.kind() == TaxCode.Kind.RECOVERABLE;
    if (deductible != (wanted.inputAccount() != null)
        || reverse != (wanted.outputAccount() != null)) {
      throw PayablesError.TAX_CODE_INVALID.with(
          wanted.code(), "name exactly the accounts its kind posts to.");
    }
    if (reverse != (wanted.ownRate().compareTo(BigDecimal.ZERO) > 0)) {
      throw PayablesError.TAX_CODE_INVALID.with(
          wanted.code(), "give an own rate on reverse charge, and only there.");
    }
    Optional.ofNullable(wanted.inputAccount())
        .ifPresent(code -> chart.require(wanted.organizationId(), code));
    Optional.ofNullable(wanted.outputAccount())
        .ifPresent(code -> chart.require(wanted.organizationId(), code));
    if (findTaxCode(wanted.organizationId(), wanted.code()).isPresent()) {
      throw PayablesError.TAX_CODE_TAKEN.with(wanted.code());
    }
    mapper.insertTaxCode(wanted, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            wanted.organizationId(),
            by,
            "created",
            "payables.tax-code",
            wanted.code(),
            null,
            wanted));
  }

  /** The tax codes of an organization, by code. */
  @Transactional(readOnly = true)
  public List<TaxCode> taxCodes(UUID organizationId) {
    return mapper.listTaxCodes(organizationId);
  }

  /** The tax code of this name, if there is one. */
  @Transactional(readOnly = true)
  public Optional<TaxCode> findTaxCode(UUID organizationId, String code) {
    return taxCodes(organizationId).stream().filter(known -> known.code().equals(code)).findFirst();
  }
}
