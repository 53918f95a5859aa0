/** Aged payables: what we owe whom and how long it has been due. */
@NullMarked
package org.countinghouse.reporting.report.agedpayables;

import org.jspecify.annotations.NullMarked;
