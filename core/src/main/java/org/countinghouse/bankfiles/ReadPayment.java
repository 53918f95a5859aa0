package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands in a file, whether or not it could be made.
 *
 * @param batchId payment information id, or batch number of a NACHA file
 * @param endToEndId as written; the identification number of a NACHA entry
 * @param currency as written
 * @param account of the creditor, as written; secret
 * @param debtorAccount as written; empty in NACHA files, which do not name it
 * @param executeOn empty when not a day
 */
public record ReadPayment(
    String batchId,
    String endToEndId,
    BigDecimal amount,
    String currency,
    String creditor,
    String account,
    String debtorAccount,
    @Nullable String remittance,
    @Nullable LocalDate executeOn) {

  /** Without account numbers. */
  @Override
  public String toString() {
    return endToEndId + " " + amount.toPlainString() + " " + currency;
  }
}
