package org.countinghouse.bankfiles;

import org.jspecify.annotations.Nullable;

/**
 * By what a transaction can be found again. Placeholders ({@code NOTPROVIDED}, {@code NONREF}) are
 * left out.
 *
 * @param endToEndId given by whoever ordered the payment, carried to the end; where a format has no
 *     such field, the reference for the account owner
 * @param instructionId between the one who ordered and their bank
 * @param messageId of the payment file
 * @param paymentInformationId of the batch in the payment file
 * @param bankReference given by the bank that keeps the account; some banks use one again
 * @param transactionId given by the first bank of the chain, or the UETR
 * @param mandateId of a direct debit
 */
public record TransactionReferences(
    @Nullable String endToEndId,
    @Nullable String instructionId,
    @Nullable String messageId,
    @Nullable String paymentInformationId,
    @Nullable String bankReference,
    @Nullable String transactionId,
    @Nullable String mandateId) {

  /** None at all. */
  public static final TransactionReferences NONE =
      new TransactionReferences(null, null, null, null, null, null, null);

  /** Just an end-to-end id and the bank's own reference. */
  public static TransactionReferences of(
      @Nullable String endToEndId, @Nullable String bankReference) {
    return new TransactionReferences(endToEndId, null, null, null, bankReference, null, null);
  }
}
