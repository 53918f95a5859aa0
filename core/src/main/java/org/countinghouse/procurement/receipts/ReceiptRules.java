package org.countinghouse.procurement.receipts;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.payables.PayablesError;
import org.countinghouse.payables.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much more than ordered is taken, by organization and by supplier. */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ReceiptRules {

  private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(1000);
  private static final String RESOURCE = "procurement.receipt-rule";

  private final ReceiptMapper mapper;
  private final Suppliers suppliers;
  private final Audit audit;
  private final Clock clock;

  ReceiptRules(ReceiptMapper mapper, Suppliers suppliers, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What counts for deliveries of this supplier: its own rule, the organization's, the default. */
  @Transactional(readOnly = true)
  public ReceiptRule of(UUID organizationId, @Nullable UUID supplierId) {
    ReceiptMapper.RuleRow row = mapper.findRule(organizationId, supplierId);
    return row == null ? ReceiptRule.DEFAULT : row.rule();
  }

  /** Every rule that was set, the organization's first. */
  @Transactional(readOnly = true)
  public List<ReceiptRule> list(UUID organizationId) {
    return mapper.listRules(organizationId).stream().map(ReceiptMapper.RuleRow::rule).toList();
  }

  /**
   * Sets the rule of the organization, or of one supplier.
   *
   * @throws BusinessException {@code procurement.receipt-rule-invalid}, {@code
   *     payables.supplier-unknown}
   */
  public ReceiptRule put(UUID organizationId, ReceiptRule rule, Actor by) {
    BigDecimal percent = rule.overPercent();
    if (percent.signum() < 0
        || percent.compareTo(PERCENT_MAX) > 0
        || percent.stripTrailingZeros().scale() > 4) {
      throw ReceiptError.RULE_INVALID.with(percent.toPlainString());
    }
    UUID supplierId = rule.supplierId();
    if (supplierId != null) {
      requireSupplier(organizationId, supplierId);
    }
    ReceiptRule before = of(organizationId, supplierId);
    mapper.putRule(
        Ids.next(),
        organizationId,
        rule,
        by.username(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        new AuditEntry(
            organizationId,
            by,
            "set",
            RESOURCE,
            supplierId == null ? "organization" : supplierId.toString(),
            before,
            rule));
    return of(organizationId, supplierId);
  }

  /** Takes a supplier's own rule away; the organization's counts again. */
  public void remove(UUID organizationId, UUID supplierId, Actor by) {
    ReceiptRule before = of(organizationId, supplierId);
    if (mapper.deleteRule(organizationId, supplierId) == 1) {
      audit.record(
          new AuditEntry(
              organizationId, by, "removed", RESOURCE, supplierId.toString(), before, null));
    }
  }

  private void requireSupplier(UUID organizationId, UUID supplierId) {
    if (suppliers
        .find(supplierId)
        .filter(supplier -> supplier.organizationId().equals(organizationId))
        .isEmpty()) {
      throw PayablesError.SUPPLIER_UNKNOWN.with(supplierId);
    }
  }
}
