package org.countinghouse.bankfiles;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement.
 *
 * @param position from one, within its statement
 * @param amount money in above zero, out below; zero is possible (some banks report balances so)
 * @param status whether it is booked
 * @param reversal whether it takes back an earlier entry; the sign is the true one already
 * @param bookedOn day of booking; where the bank gives none, the value date, else the statement's
 * @param valueOn day from which interest counts
 * @param bankReference given by the bank; some banks use one again
 * @param reference the entry's own, or the one for the account owner
 * @param code the bank's transaction code ({@code PMNT-RCDT-ESCT}, {@code NTRF}, {@code 195})
 * @param text what the bank adds to the entry as such
 * @param batch when it stands for many payments
 * @param charges in the amount; above zero when borne by the account's owner
 * @param details the payments behind it, as far as the bank lists them
 */
public record BankEntry(
    int position,
    Money amount,
    EntryStatus status,
    boolean reversal,
    LocalDate bookedOn,
    @Nullable LocalDate valueOn,
    @Nullable String bankReference,
    @Nullable String reference,
    @Nullable String code,
    @Nullable String text,
    @Nullable EntryBatch batch,
    @Nullable Money charges,
    List<BankTransaction> details) {

  /**
   * ISO 20022 families and subfamilies of fees, SWIFT's CHG, and the BAI2 codes of fees and their
   * reversals.
   */
  private static final Pattern CHARGE =
      Pattern.compile(".*-(CHRG|FEES|COMM|COMT|CHRG-.*)|[NFS]?CHG|398|698|699");

  public BankEntry {
    details = List.copyOf(details);
  }

  /**
   * The payments behind it, never none: where the bank lists no details, one made of what the entry
   * itself says.
   */
  public List<BankTransaction> parts() {
    return details.isEmpty()
        ? List.of(
            BankTransaction.of(
                amount,
                TransactionReferences.of(reference, bankReference),
                BankParty.UNKNOWN,
                text,
                code))
        : details;
  }

  /** Whether it counts towards the balance. */
  public boolean isBooked() {
    return status == EntryStatus.BOOKED;
  }

  /** Whether it stands for more than one payment. */
  public boolean isBatch() {
    Integer counted = batch == null ? null : batch.transactions();
    return details.size() > 1 || (counted != null && counted > 1);
  }

  /** Whether its code says that it is the bank's own fee. */
  public boolean isBankCharge() {
    return code != null && CHARGE.matcher(code).matches();
  }
}
