package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.util.List;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment behind an entry.
 *
 * @param amount in the account's currency unless the bank says otherwise; money in above zero, out
 *     below; null when the bank does not say how much of the entry it is
 * @param references by what it can be found again
 * @param counterparty the other side
 * @param remittance the unstructured text, its lines joined by blanks
 * @param structuredReferences creditor references and document numbers that have a field of their
 *     own
 * @param charges what banks kept or took for it; above zero when borne by the account's owner
 * @param original what was instructed, when that is another currency; above zero
 * @param exchangeRate as stated by the bank
 * @param returned why it came back; null when it did not
 * @param code the bank's transaction code ({@code PMNT-RCDT-ESCT}, {@code NTRF}, {@code 195})
 */
public record BankTransaction(
    @Nullable Money amount,
    TransactionReferences references,
    BankParty counterparty,
    @Nullable String remittance,
    List<String> structuredReferences,
    @Nullable Money charges,
    @Nullable Money original,
    @Nullable BigDecimal exchangeRate,
    @Nullable StatusReason returned,
    @Nullable String code) {

  public BankTransaction {
    structuredReferences = List.copyOf(structuredReferences);
  }

  /** A transaction of which only references, the other side and a text are known. */
  public static BankTransaction of(
      @Nullable Money amount,
      TransactionReferences references,
      BankParty counterparty,
      @Nullable String remittance,
      @Nullable String code) {
    return new BankTransaction(
        amount, references, counterparty, remittance, List.of(), null, null, null, null, code);
  }
}
