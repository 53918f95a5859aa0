#!/bin/sh
# Journal import beside raw COPY, trial balance beside the sum of the lines.
# usage: ops/benchmarks/ledger.sh [lines, default 1000000] [rounds, default 5]
set -e
cd "$(dirname "$0")/../.."
rm -rf core/target/benchmark
./mvnw -B -q test -pl core -Dtest=LedgerBenchmark -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= \
  -Dtest.jvm="-Xmx512m" -Dbenchmark.lines="${1:-1000000}" -Dbenchmark.rounds="${2:-5}" | grep '^BENCHMARK' | cut -c11-
rm -rf core/target/benchmark
