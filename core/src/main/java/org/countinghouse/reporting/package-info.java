/**
 * Reports: a report is one folder under {@code report}, found by being a bean of {@link
 * org.countinghouse.reporting.spi.Report}. It answers with a table; how a table becomes JSON, CSV
 * or a workbook is decided once, here, for all of them.
 *
 * <p>Reports read the views other modules publish, never their tables.
 */
@NullMarked
package org.countinghouse.reporting;

import org.jspecify.annotations.NullMarked;
