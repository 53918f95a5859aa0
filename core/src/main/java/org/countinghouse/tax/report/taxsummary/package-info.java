/** The tax summary: the country's return, its tax codes, and the accounts both stand on. */
@NullMarked
package org.countinghouse.tax.report.taxsummary;

import org.jspecify.annotations.NullMarked;
