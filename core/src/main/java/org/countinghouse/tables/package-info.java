/**
 * Tables that people make in a spreadsheet: the rows of a CSV file or of a workbook's first sheet,
 * each with the number its maker sees beside it, so that a finding can name the place.
 *
 * <p>Bytes in, text out: what the columns mean is the reader's business. For bulk CSV of millions
 * of lines the ledger has a reader of its own.
 */
@ApplicationModule(allowedDependencies = "errors")
@NullMarked
package org.countinghouse.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
