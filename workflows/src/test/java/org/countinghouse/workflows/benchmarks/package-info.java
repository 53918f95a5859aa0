/** Measurements of processes beside the bare engine; {@code ops/benchmarks/*.sh} runs them. */
@NullMarked
package org.countinghouse.workflows.benchmarks;

import org.jspecify.annotations.NullMarked;
