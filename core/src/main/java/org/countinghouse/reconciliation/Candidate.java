package org.countinghouse.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry could be.
 *
 * @param kind {@code PAYMENT} or {@code ITEM}
 * @param id of the payment or the due item
 * @param number end-to-end id, or the number of our invoice
 * @param party who is paid
 * @param detail the supplier's invoice number or the payment's text
 * @param amount open, in its own currency
 * @param day asked for, or due
 * @param reasons why it is one: {@code AMOUNT}, {@code REFERENCE}, {@code COUNTERPARTY}, {@code
 *     NAME}, by commas
 * @param score the more the likelier
 */
public record Candidate(
    String kind,
    UUID id,
    String number,
    String party,
    @Nullable String detail,
    BigDecimal amount,
    String currency,
    LocalDate day,
    String reasons,
    int score) {}
