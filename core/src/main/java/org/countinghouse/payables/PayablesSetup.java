package org.countinghouse.payables;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.ChartOfAccounts;
import org.countinghouse.tax.TaxCode;
import org.countinghouse.tax.TaxCodes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What must be known before a claim can be booked: tax codes and the accounts posted to. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class PayablesSetup {

  private final SetupMapper mapper;
  private final ChartOfAccounts chart;
  private final TaxCodes codes;
  private final Audit audit;

  PayablesSetup(SetupMapper mapper, ChartOfAccounts chart, TaxCodes codes, Audit audit) {
    this.mapper = mapper;
    this.chart = chart;
    this.codes = codes;
    this.audit = audit;
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
   * @throws BusinessException as {@link TaxCodes#create}
   */
  public void createTaxCode(TaxCode wanted, Actor by) {
    codes.create(wanted, by);
  }

  /** The tax codes lines of supplier invoices can have, by code. */
  @Transactional(readOnly = true)
  public List<TaxCode> taxCodes(UUID organizationId) {
    return codes.list(organizationId, TaxCode.Usage.PURCHASE);
  }

  /** The accounts tax is kept on: posted to by tax codes only. */
  @Transactional(readOnly = true)
  public Set<String> taxAccounts(UUID organizationId) {
    return codes.accounts(organizationId);
  }
}
