#!/bin/sh
# E-invoices from their bytes to the started process, beside the bare engine's starts of the same process.
# usage: ops/benchmarks/intake-start.sh [invoices a round, default 300] [rounds, default 3]
set -e
cd "$(dirname "$0")/../.."
rm -rf server/target/benchmark
trap 'rm -rf server/target/benchmark' EXIT
./mvnw -B -q test -pl server -am -Dtest=IntakeStartBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= -Dtest.jvm="-Xmx768m" \
  -Dbenchmark.commit="$(git rev-parse --short HEAD)" \
  -Dbenchmark.invoices="${1:-300}" -Dbenchmark.rounds="${2:-3}" | grep '^BENCHMARK' | cut -c11-
