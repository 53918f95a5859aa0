package org.countinghouse.payables;

import org.jspecify.annotations.Nullable;

/**
 * What we know of an account a document asks to be paid to.
 *
 * @param masked the number with only its ends readable
 * @param state null: the supplier's account it never was
 */
public record PayeeCheck(String masked, SupplierAccount.@Nullable State state) {}
