package org.countinghouse.banking;

import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bank booked: an entry of a statement, or one payment of an entry that stands for several.
 *
 * @param position in its statement, from one
 * @param part zero: the whole entry; else which of its payments
 * @param amount money in above zero, out below
 * @param charge whether the bank says that it is a fee of its own
 * @param counterpartyAccount masked
 * @param charges in the amount; above zero when ours
 * @param original what was instructed in another currency
 * @param returnCode why money came back
 */
public record Entry(
    UUID id,
    UUID organizationId,
    UUID statementId,
    UUID bankAccountId,
    int position,
    int part,
    LocalDate bookedOn,
    LocalDate valueOn,
    Money amount,
    boolean charge,
    @Nullable String code,
    @Nullable String bankReference,
    @Nullable String endToEndId,
    @Nullable String batchId,
    @Nullable String counterpartyName,
    @Nullable String counterpartyAccount,
    String remittance,
    @Nullable Money charges,
    @Nullable Money original,
    @Nullable String returnCode) {}
