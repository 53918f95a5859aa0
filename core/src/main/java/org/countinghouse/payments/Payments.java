package org.countinghouse.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.countinghouse.payables.Payee;
import org.countinghouse.payables.Payees;
import org.countinghouse.payments.PaymentMapper.PartRow;
import org.countinghouse.payments.PaymentMapper.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What we ordered banks to pay, and what their statements show of it. The books follow elsewhere:
 * the release posted creditors against payments in transit, and whoever books the statement posts
 * these against the bank. For bulk reading there is the view {@code finance.payment_v}.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = BusinessException.class)
public class Payments {

  private static final int PAGE_MAX = 1000;

  private final PaymentMapper mapper;
  private final Payees payees;
  private final RunEnds ends;
  private final Clock clock;

  Payments(PaymentMapper mapper, Payees payees, RunEnds ends, Clock clock) {
    this.mapper = mapper;
    this.payees = payees;
    this.ends = ends;
    this.clock = clock;
  }

  /**
   * The payment of this id.
   *
   * @throws BusinessException {@code payments.payment-unknown}
   */
  public Payment require(UUID id) {
    return Optional.ofNullable(mapper.find(id))
        .map(row -> whole(row.organizationId(), List.of(row)).get(0))
        .orElseThrow(() -> PaymentsError.PAYMENT_UNKNOWN.with(id));
  }

  /** The payment that ever had this end-to-end id, whatever became of it. */
  public Optional<Payment> findByEndToEndId(UUID organizationId, String endToEndId) {
    return Optional.ofNullable(mapper.findByEndToEndId(organizationId, endToEndId))
        .map(row -> whole(organizationId, List.of(row)).get(0));
  }

  /**
   * A page of a run's payments, by end-to-end id.
   *
   * @param after the last end-to-end id of the page before; null for the first
   * @param limit at most 1000
   */
  public List<Payment> ofRun(UUID runId, @Nullable String after, int limit) {
    List<Row> rows = mapper.listOfRun(runId, after, Math.max(1, Math.min(limit, PAGE_MAX)));
    return rows.isEmpty() ? List.of() : whole(rows.get(0).organizationId(), rows);
  }

  /** Those a bank's answer rejected or returned, by end-to-end id; at most 1000. */
  public List<Payment> ofAnswer(UUID organizationId, UUID answerId, int limit) {
    int atMost = Math.max(1, Math.min(limit, PAGE_MAX));
    return whole(organizationId, mapper.listOfAnswer(organizationId, answerId, atMost));
  }

  /** The latest first. */
  public List<Payment> list(PaymentFilter filter) {
    return whole(filter.organizationId(), mapper.list(filter));
  }

  /**
   * Notes which payments a statement shows; one statement however many. Called in the transaction
   * that books the entries.
   *
   * @throws BusinessException {@code payments.payment-state} when one of them is not outstanding:
   *     then none may stay noted, so the caller rolls back
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public void settled(UUID organizationId, Collection<Settled> shown) {
    int noted =
        mapper.settle(
            organizationId,
            shown.stream().map(Settled::paymentId).toArray(UUID[]::new),
            shown.stream().map(Settled::entryId).toArray(UUID[]::new),
            shown.stream().map(Settled::bookedOn).toArray(LocalDate[]::new),
            clock.instant());
    if (noted != shown.size()) {
      Settled refused =
          shown.stream()
              .filter(one -> isElsewhere(organizationId, one))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("one payment was named twice in " + shown));
      Payment payment = require(refused.paymentId());
      throw PaymentsError.PAYMENT_STATE.with(payment.endToEndId(), payment.state(), "settled");
    }
    ends.tell(organizationId, shown.stream().map(Settled::paymentId).toArray(UUID[]::new));
  }

  private boolean isElsewhere(UUID organizationId, Settled one) {
    Row row = mapper.find(one.paymentId());
    if (row == null || !row.organizationId().equals(organizationId)) {
      throw PaymentsError.PAYMENT_UNKNOWN.with(one.paymentId());
    }
    return row.state() != Payment.State.SETTLED || !one.bookedOn().equals(row.settledOn());
  }

  /**
   * Takes back what {@link #settled} noted for these entries, because they were matched wrongly:
   * the payments are outstanding again.
   */
  @Transactional(noRollbackFor = BusinessException.class)
  public void unsettled(UUID organizationId, Collection<UUID> entryIds) {
    mapper.unsettle(organizationId, entryIds.toArray(UUID[]::new), clock.instant());
  }

  private List<Payment> whole(UUID organizationId, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, Payee> accounts =
        payees.byAccount(
            organizationId, rows.stream().map(Row::accountId).collect(Collectors.toSet()));
    Map<UUID, List<PartRow>> parts =
        mapper.listParts(organizationId, rows.stream().map(Row::id).toArray(UUID[]::new)).stream()
            .collect(Collectors.groupingBy(PartRow::paymentId));
    return rows.stream()
        .map(row -> payment(row, accounts, parts.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static Payment payment(Row row, Map<UUID, Payee> accounts, List<PartRow> parts) {
    Payee payee = accounts.get(row.accountId());
    if (payee == null) {
      throw new IllegalStateException("payment " + row.endToEndId() + " has lost its account");
    }
    return new Payment(
        row.id(),
        row.organizationId(),
        row.runId(),
        row.fileId(),
        row.bankAccountId(),
        row.endToEndId(),
        row.supplierId(),
        row.creditorName(),
        payee.number(),
        payee.bic(),
        row.money(),
        row.method(),
        row.remittance(),
        row.reference(),
        row.payOn(),
        row.state(),
        row.settledOn(),
        row.reasonCode(),
        row.reasonText(),
        parts.stream().map(Payments::part).toList());
  }

  private static Payment.Part part(PartRow row) {
    Currency currency = Currency.getInstance(row.currency());
    return new Payment.Part(
        row.itemId(),
        row.documentNumber(),
        row.supplierInvoiceNumber(),
        row.issuedOn(),
        new Money(row.amount(), currency),
        new Money(row.discount(), currency));
  }
}
