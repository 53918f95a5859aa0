package org.countinghouse.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.countinghouse.access.Actor;
import org.countinghouse.audit.Audit;
import org.countinghouse.audit.AuditEntry;
import org.countinghouse.currency.FxRates;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.ids.Ids;
import org.countinghouse.matching.ToleranceMapper.Row;
import org.countinghouse.organizations.Organizations;
import org.countinghouse.payables.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How exactly invoices must match. A supplier's own tolerances count whole in the place of the
 * organization's; where there are neither, an invoice must be exactly as ordered. Amounts are in
 * base currency.
 */
@Service
@Transactional(noRollbackFor = BusinessException.class)
public class ToleranceBook {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ToleranceMapper mapper;
  private final Suppliers suppliers;
  private final Organizations organizations;
  private final FxRates rates;
  private final Audit audit;
  private final Clock clock;

  ToleranceBook(
      ToleranceMapper mapper,
      Suppliers suppliers,
      Organizations organizations,
      FxRates rates,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.suppliers = suppliers;
    this.organizations = organizations;
    this.rates = rates;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One row of the book.
   *
   * @param supplierId whose; null: of everybody without an own one
   * @param supplier his number and name
   */
  public record Entry(
      @Nullable UUID supplierId, @Nullable String supplier, Tolerances tolerances, String setBy) {}

  /** All of an organization, its own first. */
  @Transactional(readOnly = true)
  public List<Entry> list(UUID organizationId) {
    return mapper.list(organizationId).stream()
        .map(row -> new Entry(row.supplierId(), row.supplier(), row.tolerances(), row.setBy()))
        .toList();
  }

  /**
   * Sets tolerances in the place of earlier ones. They count for what is matched from now on.
   *
   * @param supplierId null: of everybody without an own one
   * @throws BusinessException {@code matching.tolerance-invalid}, {@code payables.supplier-unknown}
   */
  public void set(UUID organizationId, @Nullable UUID supplierId, Tolerances wanted, Actor by) {
    check(wanted);
    requireSupplier(organizationId, supplierId);
    Row before = mapper.find(organizationId, supplierId);
    mapper.upsert(
        new Row(
            Ids.next(),
            organizationId,
            supplierId,
            null,
            wanted.price().percent(),
            wanted.price().amount(),
            wanted.quantity().percent(),
            wanted.quantity().amount(),
            wanted.charges(),
            wanted.tax(),
            organizations.byId(organizationId).baseCurrency().getCurrencyCode(),
            by.username()),
        clock.instant());
    record(organizationId, supplierId, "set", before, wanted, by);
  }

  /**
   * Lets the organization's tolerances count for a supplier again.
   *
   * @throws BusinessException {@code payables.supplier-unknown}
   */
  public void clear(UUID organizationId, UUID supplierId, Actor by) {
    requireSupplier(organizationId, supplierId);
    Row before = mapper.find(organizationId, supplierId);
    if (before != null) {
      mapper.delete(organizationId, supplierId);
      record(organizationId, supplierId, "cleared", before, null, by);
    }
  }

  /**
   * What counts for an invoice of this supplier, amounts in its currency by the rate of the day.
   * Where there is no rate, amounts are zero: nobody can say what they are worth.
   */
  @Transactional(readOnly = true)
  public Tolerances of(UUID organizationId, UUID supplierId, Currency currency, LocalDate day) {
    Row row =
        Optional.ofNullable(mapper.find(organizationId, supplierId))
            .orElseGet(() -> mapper.find(organizationId, null));
    if (row == null) {
      return Tolerances.EXACT;
    }
    Currency base = Currency.getInstance(row.currency());
    if (base.equals(currency)) {
      return row.tolerances();
    }
    BigDecimal rate =
        rates
            .find(organizationId, base, currency, day)
            .map(found -> found.rate())
            .orElse(BigDecimal.ZERO);
    return row.tolerances(
        amount ->
            amount
                .multiply(rate)
                .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.DOWN));
  }

  private void requireSupplier(UUID organizationId, @Nullable UUID supplierId) {
    if (supplierId != null
        && !suppliers.require(supplierId).organizationId().equals(organizationId)) {
      throw MatchingError.TOLERANCE_INVALID.with(supplierId);
    }
  }

  private static void check(Tolerances wanted) {
    Stream.of(wanted.price().percent(), wanted.quantity().percent())
        .filter(percent -> percent != null)
        .filter(percent -> percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)
        .findFirst()
        .ifPresent(ToleranceBook::refuse);
    Stream.of(wanted.price().amount(), wanted.quantity().amount(), wanted.charges(), wanted.tax())
        .filter(amount -> amount != null && amount.signum() < 0)
        .findFirst()
        .ifPresent(ToleranceBook::refuse);
  }

  private static void refuse(BigDecimal figure) {
    throw MatchingError.TOLERANCE_INVALID.with(figure.toPlainString());
  }

  private void record(
      UUID organizationId,
      @Nullable UUID supplierId,
      String action,
      @Nullable Object before,
      @Nullable Object after,
      Actor by) {
    String whose = supplierId == null ? "all" : suppliers.require(supplierId).number();
    audit.record(
        new AuditEntry(organizationId, by, action, "matching.tolerance", whose, before, after));
  }
}
