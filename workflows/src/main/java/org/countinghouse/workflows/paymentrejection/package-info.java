/** Carries the process {@code payment-rejection}: what a bank did not pay, looked into. */
@NullMarked
package org.countinghouse.workflows.paymentrejection;

import org.jspecify.annotations.NullMarked;
