package org.countinghouse.payments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countinghouse.bankfiles.PaymentStatus;
import org.countinghouse.bankfiles.StatusReason;
import org.countinghouse.bankfiles.StatusReport;
import org.countinghouse.errors.Finding;
import org.countinghouse.money.Money;
import org.countinghouse.payments.AnswerMapper.FileRow;
import org.countinghouse.payments.AnswerMapper.PaymentRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what a status report says of each payment: what it says of the payment itself goes
 * before what it says of its batch, and that before what it says of the file.
 */
@Component
class AnswerReading {

  private final AnswerMapper mapper;
  private final PaymentMapper payments;

  AnswerReading(AnswerMapper mapper, PaymentMapper payments) {
    this.mapper = mapper;
    this.payments = payments;
  }

  /** A payment somebody speaks of. */
  record Single(UUID fileId, String endToEndId, Payment.State state) {}

  /**
   * @throws org.countinghouse.errors.BusinessException {@code payments.payment-unknown}
   */
  Single single(UUID paymentId) {
    PaymentMapper.Row row =
        Optional.ofNullable(payments.find(paymentId))
            .orElseThrow(() -> PaymentsError.PAYMENT_UNKNOWN.with(paymentId));
    UUID file = row.fileId();
    if (file == null) {
      throw PaymentsError.PAYMENT_STATE.with(row.endToEndId(), row.state(), "rejected");
    }
    return new Single(file, row.endToEndId(), row.state());
  }

  /**
   * The verdicts by file; what decides nothing is left out.
   *
   * @throws org.countinghouse.errors.BusinessException {@code payments.answer-mismatch}, {@code
   *     payments.answer-contradicts} with every finding
   */
  Map<UUID, List<Verdict>> read(StatusReport report, List<FileRow> files) {
    Map<String, StatusReport.Transaction> named = new LinkedHashMap<>();
    report.transactions().forEach(one -> named.put(one.endToEndId(), one));
    Map<UUID, List<Verdict>> verdicts = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    Set<String> met = new HashSet<>();
    for (FileRow file : files) {
      Map<PaymentMethod, StatusReport.Batch> batches = batches(report, file);
      List<Verdict> here = new ArrayList<>();
      for (PaymentRow payment : mapper.listPayments(file.id())) {
        met.add(payment.endToEndId());
        StatusReport.Transaction own = named.get(payment.endToEndId());
        compare(own, payment, findings);
        Verdict verdict = verdict(report, batches.get(payment.method()), own, payment);
        if (verdict != null) {
          here.add(verdict);
        }
      }
      verdicts.put(file.id(), here);
    }
    named.keySet().stream()
        .filter(id -> !met.contains(id))
        .forEach(id -> findings.add(PaymentsError.PAYMENT_UNKNOWN.at(id, id)));
    if (!findings.isEmpty()) {
      throw PaymentsError.ANSWER_MISMATCH.withFindings(
          findings, findings.get(0).message(), files.get(0).messageId());
    }
    requirePossible(verdicts.values().stream().flatMap(List::stream).toList());
    return verdicts;
  }

  /**
   * @throws org.countinghouse.errors.BusinessException {@code payments.answer-contradicts} with
   *     every finding
   */
  static void requirePossible(List<Verdict> verdicts) {
    List<Verdict> impossible = verdicts.stream().filter(v -> !v.isPossible()).toList();
    if (!impossible.isEmpty()) {
      Verdict first = impossible.get(0);
      throw PaymentsError.ANSWER_CONTRADICTS.withFindings(
          impossible.stream()
              .map(
                  v ->
                      PaymentsError.ANSWER_CONTRADICTS.at(
                          v.endToEndId(), v.status(), v.endToEndId(), v.before()))
              .toList(),
          first.status(),
          first.endToEndId(),
          first.before());
    }
  }

  private static Map<PaymentMethod, StatusReport.Batch> batches(StatusReport report, FileRow file) {
    Map<PaymentMethod, StatusReport.Batch> batches = new HashMap<>();
    for (StatusReport.Batch batch : report.batches()) {
      for (PaymentMethod method : PaymentMethod.values()) {
        if (PaymentFileStore.batchId(file.messageId(), method).equals(batch.id())) {
          batches.put(method, batch);
        }
      }
    }
    return batches;
  }

  private static void compare(
      StatusReport.@Nullable Transaction own, PaymentRow payment, List<Finding> findings) {
    Money said = own == null ? null : own.amount();
    if (said != null
        && (said.amount().compareTo(payment.amount()) != 0
            || !said.currency().getCurrencyCode().equals(payment.currency()))) {
      findings.add(
          PaymentsError.ANSWER_MISMATCH.at(
              payment.endToEndId(),
              said,
              payment.amount().toPlainString() + " " + payment.currency()));
    }
  }

  private static @Nullable Verdict verdict(
      StatusReport report,
      StatusReport.@Nullable Batch batch,
      StatusReport.@Nullable Transaction own,
      PaymentRow payment) {
    if (own != null) {
      return verdict(payment, own.status(), own.reasons(), own.correctedData());
    }
    if (batch != null && batch.status() != null) {
      return verdict(payment, batch.status(), batch.reasons(), null);
    }
    return verdict(payment, report.status(), report.reasons(), null);
  }

  private static @Nullable Verdict verdict(
      PaymentRow payment,
      @Nullable PaymentStatus status,
      List<StatusReason> reasons,
      @Nullable String corrected) {
    if (status == null || status == PaymentStatus.PENDING || status == PaymentStatus.PARTIAL) {
      return null;
    }
    StatusReason reason = reasons.isEmpty() ? null : reasons.get(0);
    return new Verdict(
        payment.id(),
        payment.endToEndId(),
        payment.state(),
        status,
        reason == null ? null : reason.code(),
        // what NACHA calls corrected data is an account number: it is not kept in clear
        corrected != null ? "corrected details in the bank's file" : text(reason));
  }

  private static @Nullable String text(@Nullable StatusReason reason) {
    return reason == null ? null : reason.text();
  }
}
