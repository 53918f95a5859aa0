/** Carries the process {@code payment-run}: from a proposal to what the bank says about it. */
@NullMarked
package org.countinghouse.workflows.paymentrun;

import org.jspecify.annotations.NullMarked;
