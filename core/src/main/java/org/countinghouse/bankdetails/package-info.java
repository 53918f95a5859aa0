/**
 * What identifies a bank account, a bank and a taxpayer, checked as the issuing registries say.
 * Values only: nothing here is kept, encrypted or sent. A number's {@code toString()} is masked, so
 * that it cannot reach a log by accident; {@code value()} is asked for on purpose.
 */
@NullMarked
package org.countinghouse.bankdetails;

import org.jspecify.annotations.NullMarked;
