package org.countinghouse.bankfiles;

import org.jspecify.annotations.Nullable;

/**
 * Where a party is, by element: banks stop taking free address lines in November 2026 (SWIFT CBPR+,
 * EPC rule books), so that there are none.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    @Nullable String street,
    @Nullable String building,
    @Nullable String postCode,
    @Nullable String town,
    String country) {}
