package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an ACH file.
 *
 * @param secCode class of its batch ({@code CCD}, {@code PPD}, {@code COR}…)
 * @param batchNumber as written
 * @param transactionCode 22 credits a current account; 21 and 26 are returns and changes of credits
 *     and debits
 * @param credit whether money goes to the account named
 * @param routingNumber of the account's bank, with check digit
 * @param account as written; secret
 * @param amount in dollars
 * @param identification as the originator wrote it
 * @param name of the account's holder
 * @param trace number of this entry
 * @param addenda payment texts (type 05), joined
 * @param returned of a return or dishonored return (addenda 99): reason code
 * @param originalTrace of a return or change: trace number of the entry it is about
 * @param correctedData of a notification of change (addenda 98)
 */
public record NachaEntry(
    String secCode,
    String batchNumber,
    String transactionCode,
    boolean credit,
    String routingNumber,
    String account,
    BigDecimal amount,
    String identification,
    String name,
    String trace,
    List<String> addenda,
    @Nullable String returned,
    @Nullable String originalTrace,
    @Nullable String correctedData) {

  public NachaEntry {
    addenda = List.copyOf(addenda);
  }

  /** Without account numbers. */
  @Override
  public String toString() {
    return trace + " " + transactionCode + " " + amount.toPlainString();
  }
}
