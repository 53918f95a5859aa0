/**
 * Invented books: a fiscal year of a small group of trading companies, month by month, of any size
 * and the same for the same seed. The demo, tests, benchmarks and {@code ops/fiscal-year.sh} share
 * it, so that what is shown, tested and measured is one kind of data.
 *
 * <p>It makes values only; whoever uses them posts them, by the ledger or as files.
 */
@NullMarked
package org.countinghouse.samples;

import org.jspecify.annotations.NullMarked;
