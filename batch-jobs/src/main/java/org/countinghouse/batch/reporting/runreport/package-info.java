/** The job {@code reporting.run-report}. */
@NullMarked
package org.countinghouse.batch.reporting.runreport;

import org.jspecify.annotations.NullMarked;
