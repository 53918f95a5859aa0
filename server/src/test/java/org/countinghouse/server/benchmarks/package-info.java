/** Measurements of processes beside the bare engine; {@code ops/benchmarks/*.sh} runs them. */
@NullMarked
package org.countinghouse.server.benchmarks;

import org.jspecify.annotations.NullMarked;
