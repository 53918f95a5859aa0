/**
 * Value added tax, sales and use tax: what a tax code means, the tax of every posting that carries
 * one, and the figures of a country's tax return.
 *
 * <p>Whoever posts with a tax code writes a tax entry in the same transaction, so that the return
 * and the tax accounts cannot tell different stories; where something stands on a tax account
 * without a code, the summary shows it and does not hide it. Codes and returns are data files per
 * country.
 */
@NullMarked
package org.countinghouse.tax;

import org.jspecify.annotations.NullMarked;
