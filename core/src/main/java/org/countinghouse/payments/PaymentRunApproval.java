package org.countinghouse.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countinghouse.approvals.spi.ApprovalSheet;
import org.countinghouse.approvals.spi.ApprovalSheet.Notice;
import org.countinghouse.approvals.spi.ApprovalSheet.Severity;
import org.countinghouse.approvals.spi.ApprovalSubject;
import org.countinghouse.approvals.spi.SubjectState;
import org.countinghouse.errors.BusinessException;
import org.countinghouse.money.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a payment run the second person releases, and what he should know before. */
@Component
class PaymentRunApproval implements ApprovalSubject {

  static final String TYPE = "payment-run";

  private static final int LARGEST = 5;

  private final PaymentRunStore store;
  private final RunFacts facts;
  private final ProposalMapper items;
  private final NoticeMapper notices;

  PaymentRunApproval(
      PaymentRunStore store, RunFacts facts, ProposalMapper items, NoticeMapper notices) {
    this.store = store;
    this.facts = facts;
    this.items = items;
    this.notices = notices;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public SubjectState read(UUID subjectId) {
    RunMapper.Row run = store.require(subjectId);
    Currency base = Currency.getInstance(run.baseCurrency());
    List<ProposalMapper.TotalRow> totals = items.listTotals(subjectId);
    BigDecimal amount =
        totals.stream()
            .map(ProposalMapper.TotalRow::baseAmount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    int payments = totals.stream().mapToInt(ProposalMapper.TotalRow::payments).sum();
    List<String> currencies =
        totals.stream().map(ProposalMapper.TotalRow::currency).distinct().toList();
    return new SubjectState(
        run.organizationId(),
        run.number(),
        (payments == 1 ? "1 payment on " : payments + " payments on ") + run.payOn(),
        Money.rounded(amount, base, RoundingMode.HALF_UP),
        null,
        store.makers(run),
        facts.of(run),
        null,
        Map.of("currency", currencies.size() == 1 ? currencies.get(0) : ""));
  }

  @Override
  @Transactional(readOnly = true, noRollbackFor = BusinessException.class)
  public ApprovalSheet sheet(UUID subjectId) {
    RunMapper.Row run = store.require(subjectId);
    List<Notice> found = new ArrayList<>();
    for (ProposalMapper.StaleRow stale : items.listStale(run)) {
      found.add(
          new Notice(
              Severity.EXCEPTION,
              "payments.stale",
              "%s cannot be paid any more: %s".formatted(stale.documentNumber(), stale.reason())));
    }
    for (NoticeMapper.Row row : notices.listNewAccounts(subjectId)) {
      found.add(
          new Notice(
              Severity.WARNING,
              "payments.first-payment",
              "%s %s is paid %s to an account nothing was paid to before"
                  .formatted(row.supplierNumber(), row.supplierName(), row.money())));
    }
    for (NoticeMapper.Row row : notices.listLargest(subjectId, LARGEST)) {
      found.add(
          new Notice(
              Severity.INFO,
              "payments.largest",
              "%s to %s %s".formatted(row.money(), row.supplierNumber(), row.supplierName())));
    }
    return new ApprovalSheet(List.of(), List.of(), found, null);
  }
}
