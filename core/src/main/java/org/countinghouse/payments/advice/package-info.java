/** Tells suppliers what was paid: the remittance advice, by mail and on paper. */
@NullMarked
package org.countinghouse.payments.advice;

import org.jspecify.annotations.NullMarked;
