package org.countinghouse.payments;

import java.time.LocalDate;
import java.util.UUID;
import org.countinghouse.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item a run looked at, and why it is in or out.
 *
 * @param included whether it will be paid
 * @param reason a word the forms translate: {@code due}, {@code discount}, {@code credit-note},
 *     {@code below-minimum}, {@code supplier-change}, {@code excluded} …
 * @param detail what belongs to the reason: a day, another run's number, what a person wrote
 * @param open what is open of the item
 * @param amount what is paid of it here; below zero a credit note is set off
 * @param discount what is kept back besides
 * @param accountEnding the creditor's account number, its middle hidden; null where there is none
 * @param bankAccount code of our account; null where none can pay it
 */
public record RunItem(
    UUID itemId,
    UUID supplierId,
    String supplierNumber,
    String supplierName,
    String documentNumber,
    String supplierInvoiceNumber,
    LocalDate dueOn,
    boolean included,
    String reason,
    @Nullable String detail,
    Money open,
    Money amount,
    Money discount,
    @Nullable UUID accountId,
    @Nullable String accountEnding,
    @Nullable String bankAccount,
    @Nullable PaymentMethod method) {}
