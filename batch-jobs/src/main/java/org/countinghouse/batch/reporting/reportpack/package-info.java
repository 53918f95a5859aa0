/** The job {@code reporting.report-pack}. */
@NullMarked
package org.countinghouse.batch.reporting.reportpack;

import org.jspecify.annotations.NullMarked;
