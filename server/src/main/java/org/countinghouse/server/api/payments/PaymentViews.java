package org.countinghouse.server.api.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.countinghouse.payments.Payment;
import org.countinghouse.payments.PaymentFile;
import org.countinghouse.payments.PaymentMethod;
import org.countinghouse.payments.PaymentRun;
import org.countinghouse.payments.RunChange;
import org.countinghouse.payments.RunItem;
import org.countinghouse.payments.RunTotals;
import org.jspecify.annotations.Nullable;

/** What is shown of payments: account numbers by their ends only. */
final class PaymentViews {

  private PaymentViews() {}

  /** A run with what it comes to. */
  record RunView(PaymentRun run, RunTotals totals, List<FileView> files, List<RunChange> changes) {}

  /** A page of a run's items. */
  record ItemsView(List<RunItem> items, boolean more) {}

  /** A file; its content is at {@code /api/documents/{documentId}/content}. */
  record FileView(
      UUID id,
      UUID bankAccountId,
      PaymentFile.Format format,
      String messageId,
      String name,
      UUID documentId,
      String sha256,
      int payments,
      BigDecimal controlSum,
      PaymentFile.State state,
      Instant writtenAt) {

    static FileView of(PaymentFile file) {
      return new FileView(
          file.id(),
          file.bankAccountId(),
          file.format(),
          file.messageId(),
          file.name(),
          file.documentId(),
          file.sha256(),
          file.payments(),
          file.controlSum(),
          file.state(),
          file.writtenAt());
    }
  }

  /** A payment. */
  record PaymentView(
      UUID id,
      UUID runId,
      @Nullable UUID fileId,
      UUID bankAccountId,
      String endToEndId,
      UUID supplierId,
      String creditor,
      String accountEnding,
      Money amount,
      PaymentMethod method,
      String remittance,
      LocalDate payOn,
      Payment.State state,
      @Nullable LocalDate settledOn,
      @Nullable String reasonCode,
      @Nullable String reasonText,
      List<Payment.Part> parts) {

    static PaymentView of(Payment payment) {
      return new PaymentView(
          payment.id(),
          payment.runId(),
          payment.fileId(),
          payment.bankAccountId(),
          payment.endToEndId(),
          payment.supplierId(),
          payment.creditorName(),
          payment.account().masked(),
          payment.amount(),
          payment.method(),
          payment.remittance(),
          payment.payOn(),
          payment.state(),
          payment.settledOn(),
          payment.reasonCode(),
          payment.reasonText(),
          payment.parts());
    }
  }
}
