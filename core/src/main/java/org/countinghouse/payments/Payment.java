package org.countinghouse.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.countinghouse.bankdetails.AccountNumber;
import org.countinghouse.bankdetails.Bic;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What we ordered a bank to pay: one or several items of a supplier to one account of it.
 *
 * @param fileId the file that ordered it; null when its items only set each other off
 * @param bankAccountId ours that pays
 * @param endToEndId ours, up to 35 characters, used once for ever within the organization
 * @param amount what the creditor gets, in the currency of the items; zero for a set-off
 * @param remittance what the creditor reads
 * @param reference a structured creditor reference (ISO 11649) in its place
 * @param payOn the day the bank is asked to execute it
 * @param settledOn the day it was booked on our account; null before
 * @param reasonCode why the bank did not pay: an ISO 20022 external status or return reason code
 * @param parts what it pays, credit notes below zero
 */
public record Payment(
    UUID id,
    UUID organizationId,
    UUID runId,
    @Nullable UUID fileId,
    UUID bankAccountId,
    String endToEndId,
    UUID supplierId,
    String creditorName,
    AccountNumber account,
    @Nullable Bic bic,
    Money amount,
    PaymentMethod method,
    String remittance,
    @Nullable String reference,
    LocalDate payOn,
    State state,
    @Nullable LocalDate settledOn,
    @Nullable String reasonCode,
    @Nullable String reasonText,
    List<Part> parts) {

  /** Keeps its own copy of the parts. */
  public Payment {
    parts = List.copyOf(parts);
  }

  /** Where a payment stands. */
  public enum State {
    /** In a file to the bank. */
    RELEASED,
    /** The bank said that it will pay. */
    ACCEPTED,
    /** On the bank's statement. */
    SETTLED,
    /** The bank did not pay; its items are open again. */
    REJECTED,
    /** Paid, and the money came back; its items are open again. */
    RETURNED,
    /** Taken back by us before the bank took it; its items are open again. */
    CANCELLED,
    /** Nothing to pay: invoices and credit notes made up for each other. */
    SET_OFF;

    /** Whether it will still show on a statement. */
    public boolean isOutstanding() {
      return this == RELEASED || this == ACCEPTED;
    }
  }

  /**
   * One item of a payment.
   *
   * @param documentNumber of our invoice
   * @param supplierInvoiceNumber the supplier's, which the creditor knows it by
   * @param amount paid; below zero: set off
   * @param discount not paid, because it was paid early; same sign as the amount
   */
  public record Part(
      UUID itemId,
      String documentNumber,
      String supplierInvoiceNumber,
      LocalDate issuedOn,
      Money amount,
      Money discount) {}
}
