package org.countinghouse.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.jspecify.annotations.Nullable;

/**
 * Payments from one account on one day by one scheme.
 *
 * @param id of the batch (payment information), at most 35 characters; on a batch-booked statement
 *     line it comes back
 * @param executeOn when the bank shall do it: a banking day
 * @param debtor who pays
 * @param account from what
 * @param bank of that account; null where the IBAN says it
 * @param bookedAsOne whether the statement shows one line for all of it
 * @param urgent same-day by the urgent way (service level URGP); never in SEPA
 * @param charges who pays the banks; ignored in SEPA and ACH, whose rules say it
 * @param categoryPurpose ISO category purpose code such as {@code SUPP} or {@code SALA}
 */
public record PaymentBatch(
    String id,
    PaymentScheme scheme,
    LocalDate executeOn,
    PaymentParty debtor,
    AccountNumber account,
    @Nullable Bic bank,
    boolean bookedAsOne,
    boolean urgent,
    ChargeBearer charges,
    @Nullable String categoryPurpose,
    List<CreditTransfer> transfers) {

  public PaymentBatch {
    transfers = List.copyOf(transfers);
  }

  /**
   * The sum of all amounts; of several currencies it is a check total only, as ISO 20022 has it.
   */
  public BigDecimal controlSum() {
    return transfers.stream()
        .map(transfer -> transfer.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
