package org.countinghouse.payables;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's claim: what its document states and what we did with it.
 *
 * @param documentNumber ours, gapless, such as {@code PI-2026-000017}
 * @param number the supplier's
 * @param baseRate units of base currency for one of the document's; null in base currency
 * @param codedBy who entered the coding, and may therefore not approve
 * @param endReason why it was rejected
 * @param duplicateOf the claim of the same number that was there first
 * @param overrideReason why it stands all the same
 * @param prepayment whether it asks for money ahead of the delivery
 * @param approvalBasis why nobody had to approve it: {@code MATCH}, it is what was ordered and
 *     received; null where people approve
 */
public record SupplierInvoice(
    UUID id,
    UUID organizationId,
    String documentNumber,
    UUID supplierId,
    InvoiceType type,
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    Currency currency,
    ReceivedInvoice.Totals totals,
    Party seller,
    Party buyer,
    @Nullable String orderReference,
    @Nullable String buyerReference,
    @Nullable String precedingInvoice,
    @Nullable String note,
    @Nullable UUID inboxDocumentId,
    @Nullable UUID documentId,
    InvoiceState state,
    LocalDate postingDate,
    @Nullable BigDecimal baseRate,
    String receivedBy,
    Instant receivedAt,
    @Nullable String codedBy,
    @Nullable String approvedBy,
    @Nullable UUID journalId,
    @Nullable String endReason,
    @Nullable UUID duplicateOf,
    @Nullable String overrideReason,
    @Nullable String overriddenBy,
    boolean prepayment,
    @Nullable String approvalBasis) {

  /** The basis of a claim that was matched to its order and receipts. */
  public static final String MATCH = "MATCH";
}
