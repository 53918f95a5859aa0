/** Reads decision tables that are drafts, to try them on past decisions. */
@NullMarked
@NamedInterface("simulation")
package org.countinghouse.workflows.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
