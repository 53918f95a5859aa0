/**
 * Statements of bank accounts, from the channel {@code bank-statements}: camt, MT940, BAI2, OFX and
 * banks' own tables.
 */
@NullMarked
package org.countinghouse.routes.bankstatements;

import org.jspecify.annotations.NullMarked;
