/**
 * Measurements, each beside its limit in the same run. Not part of the tests: {@code
 * ops/benchmarks/*.sh} runs them.
 */
@NullMarked
package org.countinghouse.benchmarks;

import org.jspecify.annotations.NullMarked;
