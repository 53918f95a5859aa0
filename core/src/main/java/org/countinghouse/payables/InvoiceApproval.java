package org.countinghouse.payables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a claim is approved, and within whose limits: its gross amount in base currency. */
@Component
class InvoiceApproval implements ApprovalSubject {

  static final String TYPE = "supplier-invoice";

  private final InvoiceStore store;
  private final Organizations organizations;
  private final InvoiceSheet sheet;

  InvoiceApproval(InvoiceStore store, Organizations organizations, InvoiceSheet sheet) {
    this.store = store;
    this.organizations = organizations;
    this.sheet = sheet;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SubjectState read(UUID subjectId) {
    SupplierInvoice invoice = store.require(subjectId);
    InvoiceDetails details = store.details(invoice);
    return new SubjectState(
        invoice.organizationId(),
        invoice.documentNumber(),
        details.supplier().name() + ", " + invoice.number(),
        amount(invoice),
        costCentre(details),
        makers(invoice),
        store.facts(details),
        null);
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalSheet sheet(UUID subjectId) {
    return sheet.of(subjectId);
  }

  private Money amount(SupplierInvoice invoice) {
    Money gross = invoice.totals().gross().abs();
    @Nullable BigDecimal rate = invoice.baseRate();
    Currency base = organizations.byId(invoice.organizationId()).baseCurrency();
    return rate == null
        ? gross
        : Money.rounded(gross.amount().multiply(rate), base, RoundingMode.HALF_UP);
  }

  /** The one all lines go to; with several only limits for all cost centres count. */
  private static @Nullable String costCentre(InvoiceDetails details) {
    List<String> all =
        details.lines().stream()
            .map(InvoiceLine::coding)
            .filter(Objects::nonNull)
            .map(coding -> Objects.toString(coding.costCentre(), ""))
            .distinct()
            .toList();
    return all.size() == 1 && !all.get(0).isEmpty() ? all.get(0) : null;
  }

  /** Whoever entered, coded or let it through as no duplicate; the product itself is nobody. */
  private static Set<String> makers(SupplierInvoice invoice) {
    return Arrays.asList(invoice.receivedBy(), invoice.codedBy(), invoice.overriddenBy()).stream()
        .filter(Objects::nonNull)
        .filter(name -> !name.startsWith("system:"))
        .collect(Collectors.toSet());
  }
}
