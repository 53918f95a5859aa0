/** Carries the process {@code journal-approval}: manual journals past a second person. */
@NullMarked
package org.countinghouse.workflows.journalapproval;

import org.jspecify.annotations.NullMarked;
