package org.countinghouse.tax;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ledger.ChartOfAccounts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tax codes of an organization. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class TaxCodes {

  private final TaxCodeMapper mapper;
  private final ChartOfAccounts chart;
  private final Audit audit;
  private final Clock clock;

  TaxCodes(TaxCodeMapper mapper, ChartOfAccounts chart, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.chart = chart;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a tax code.
   *
   * @throws BusinessException {@code tax.code-taken}, {@code tax.code-invalid}, {@code
   *     ledger.account-unknown}
   */
  public void create(TaxCode wanted, Actor by) {
    check(wanted);
    wanted.accounts().forEach(account -> chart.require(wanted.organizationId(), account));
    if (find(wanted.organizationId(), wanted.code()).isPresent()) {
      throw TaxError.CODE_TAKEN.with(wanted.code());
    }
    mapper.insert(wanted, by.username(), clock.instant());
    audit.record(
        new AuditEntry(
            wanted.organizationId(), by, "created", "tax.code", wanted.code(), null, wanted));
  }

  /** All codes, by code. */
  @Transactional(readOnly = true)
  public List<TaxCode> list(UUID organizationId) {
    return mapper.list(organizationId);
  }

  /** Those of one side of the business, by code. */
  @Transactional(readOnly = true)
  public List<TaxCode> list(UUID organizationId, TaxCode.Usage usage) {
    return list(organizationId).stream().filter(code -> code.usage() == usage).toList();
  }

  /** All codes by their code. */
  @Transactional(readOnly = true)
  public Map<String, TaxCode> byCode(UUID organizationId) {
    return list(organizationId).stream()
        .collect(Collectors.toMap(TaxCode::code, Function.identity()));
  }

  /** The code of this name, if there is one. */
  @Transactional(readOnly = true)
  public Optional<TaxCode> find(UUID organizationId, String code) {
    return list(organizationId).stream().filter(known -> known.code().equals(code)).findFirst();
  }

  /** The accounts tax is kept on, by code. */
  @Transactional(readOnly = true)
  public Set<String> accounts(UUID organizationId) {
    return list(organizationId).stream()
        .flatMap(code -> code.accounts().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(TaxCode wanted) {
    TaxCode.Kind kind = wanted.kind();
    if (kind.hasInput() != (wanted.inputAccount() != null)
        || kind.hasOutput() != (wanted.outputAccount() != null)) {
      throw TaxError.CODE_INVALID.with(
          wanted.code(), "name exactly the accounts its kind posts to.");
    }
    if (kind.isOwnRate() != (wanted.ownRate().compareTo(BigDecimal.ZERO) > 0)) {
      throw TaxError.CODE_INVALID.with(
          wanted.code(), "give an own rate on reverse charge and use tax, and only there.");
    }
    boolean isSale = wanted.usage() == TaxCode.Usage.SALE;
    if ((kind == TaxCode.Kind.CHARGED && !isSale)
        || (isSale && kind != TaxCode.Kind.CHARGED && kind != TaxCode.Kind.NONE)
        || (wanted.usage() == TaxCode.Usage.TRANSFER && kind != TaxCode.Kind.NONE)) {
      throw TaxError.CODE_INVALID.with(
          wanted.code(),
          "sales charge tax or have none, purchases charge none, transfers have none.");
    }
  }
}
