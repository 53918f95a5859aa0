/** How fast the routes are, each beside its limit in the same run; started by ops/benchmarks. */
@org.jspecify.annotations.NullMarked
package org.countinghouse.routes.benchmarks;
