/**
 * Closing a month so that it can be proved: who checked what, when and with which figures; the hard
 * close of the ledger's period; the signed certificate; reopening with a reason, a second person
 * and an expiry.
 *
 * <p>The module asks its {@code spi} "are you ready for this period?"; the modules that own the
 * data answer. It knows the ledger and no subledger.
 */
@NullMarked
package org.countinghouse.close;

import org.jspecify.annotations.NullMarked;
