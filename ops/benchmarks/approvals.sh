#!/bin/sh
# Approvals from start to end with everything the product writes for them, beside the bare engine.
# usage: ops/benchmarks/approvals.sh [approvals a round, default 500] [rounds, default 3]
set -e
cd "$(dirname "$0")/../.."
rm -rf server/target/benchmark
trap 'rm -rf server/target/benchmark' EXIT
./mvnw -B -q test -pl server -am -Dtest=ApprovalBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= -Dtest.jvm="-Xmx512m" \
  -Dbenchmark.commit="$(git rev-parse --short HEAD)" \
  -Dbenchmark.approvals="${1:-500}" -Dbenchmark.rounds="${2:-3}" | grep '^BENCHMARK' | cut -c11-
