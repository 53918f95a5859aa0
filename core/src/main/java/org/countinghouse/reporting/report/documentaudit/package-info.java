/** The audit of a document: everything that happened from its bytes to its posting, by whom. */
@NullMarked
package org.countinghouse.reporting.report.documentaudit;

import org.jspecify.annotations.NullMarked;
