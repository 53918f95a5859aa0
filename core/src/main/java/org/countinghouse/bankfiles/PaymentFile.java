package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Everything one file orders.
 *
 * @param id of the message, at most 35 characters, never used again: banks refuse a second file of
 *     the same id, which is the last guard against paying twice
 * @param createdAt in the payer's own time
 * @param initiator who orders, by name
 */
public record PaymentFile(
    String id, LocalDateTime createdAt, String initiator, List<PaymentBatch> batches) {

  public PaymentFile {
    batches = List.copyOf(batches);
  }

  /** How many payments. */
  public int count() {
    return batches.stream().mapToInt(batch -> batch.transfers().size()).sum();
  }

  /**
   * The sum of all amounts; of several currencies it is a check total only, as ISO 20022 has it.
   */
  public BigDecimal controlSum() {
    return batches.stream().map(PaymentBatch::controlSum).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
