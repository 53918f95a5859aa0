/**
 * Carries the process {@code invoice-sign-off}. Which claim it is about is said by the instance's
 * tenant and business key, which no client can write; the variable {@code invoiceId} follows them.
 */
@NullMarked
package org.countinghouse.workflows.invoicesignoff;

import org.jspecify.annotations.NullMarked;
