package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.util.List;
import org.countinghouse.errors.Finding;

/**
 * What a payment file that was read comes to.
 *
 * @param format {@code pain.001.001.09} and the like, or {@code NACHA}
 * @param id of the message
 * @param batches counted
 * @param count payments counted, not as stated
 * @param controlSum of the amounts counted, not as stated
 * @param findings everything wrong with it; empty when a bank can take it
 */
public record ReadPaymentFile(
    String format,
    String id,
    int batches,
    int count,
    BigDecimal controlSum,
    List<Finding> findings) {

  public ReadPaymentFile {
    findings = List.copyOf(findings);
  }
}
