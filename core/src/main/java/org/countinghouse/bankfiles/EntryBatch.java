package org.countinghouse.bankfiles;

import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * That an entry stands for a whole batch of payments.
 *
 * @param messageId of the payment file
 * @param paymentInformationId of the batch in it
 * @param transactions how many
 * @param total their sum; above zero
 */
public record EntryBatch(
    @Nullable String messageId,
    @Nullable String paymentInformationId,
    @Nullable Integer transactions,
    @Nullable Money total) {}
