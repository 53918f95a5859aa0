package org.countinghouse.bankfiles;

import java.time.LocalDateTime;
import java.util.List;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says became of one payment file. Each level speaks for what lies below it and has no
 * status of its own: a file {@code REJECTED} without batches is rejected whole; of one {@code
 * PARTIAL} only the payments named are decided.
 *
 * @param id of the report
 * @param format {@code pain.002.001.03} and the like, or {@code NACHA}
 * @param originalFileId message id of the payment file; empty when the report does not say (NACHA
 *     returns name single payments only)
 * @param originalMessage what that file was ({@code pain.001}); empty when the report does not say
 * @param status of the file as a whole; null when only parts are reported
 * @param reasons for it
 */
public record StatusReport(
    String id,
    @Nullable LocalDateTime createdAt,
    String format,
    String originalFileId,
    String originalMessage,
    @Nullable PaymentStatus status,
    List<StatusReason> reasons,
    List<Batch> batches) {

  public StatusReport {
    reasons = List.copyOf(reasons);
    batches = List.copyOf(batches);
  }

  /**
   * What became of a batch.
   *
   * @param id payment information id of the payment file; empty when not told
   * @param status null when only single payments are reported
   */
  public record Batch(
      String id,
      @Nullable PaymentStatus status,
      List<StatusReason> reasons,
      List<Transaction> transactions) {

    public Batch {
      reasons = List.copyOf(reasons);
      transactions = List.copyOf(transactions);
    }
  }

  /**
   * What became of one payment.
   *
   * @param endToEndId as sent; of a NACHA return the 15 characters of its identification number
   * @param instructionId as sent, when the bank repeats it
   * @param trace NACHA trace number of the original entry; null elsewhere
   * @param amount when the bank repeats it
   * @param correctedData the payee's corrected details, of a NACHA notification of change
   */
  public record Transaction(
      String endToEndId,
      @Nullable String instructionId,
      @Nullable String trace,
      PaymentStatus status,
      List<StatusReason> reasons,
      @Nullable Money amount,
      @Nullable String correctedData) {

    public Transaction {
      reasons = List.copyOf(reasons);
    }

    /** Without the corrected data, which may be an account number. */
    @Override
    public String toString() {
      return "%s %s %s %s %s %s"
          .formatted(endToEndId, instructionId, trace, status, reasons, amount);
    }
  }

  /** Whether it speaks of credit transfers, or does not say of what. */
  public boolean isOfCreditTransfers() {
    return originalMessage.isEmpty() || originalMessage.startsWith("pain.001");
  }

  /** The single payments of all batches. */
  public List<Transaction> transactions() {
    return batches.stream().flatMap(batch -> batch.transactions().stream()).toList();
  }
}
