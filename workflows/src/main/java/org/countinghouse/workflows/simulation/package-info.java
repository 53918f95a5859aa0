/** Reads decision tables that are drafts, to try them on past decisions. */
@NullMarked
package org.countinghouse.workflows.simulation;

import org.jspecify.annotations.NullMarked;
