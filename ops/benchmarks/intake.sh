#!/bin/sh
# Supplier invoices from drop folder to payables beside the bare official rules.
# usage: ops/benchmarks/intake.sh [documents, default 500]
set -e
cd "$(dirname "$0")/../.."
./mvnw -B -q test -pl core,integration-routes -Dtest=IntakeBenchmark -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= \
  -Dtest.jvm="-Xmx768m" -Dbenchmark.documents="${1:-500}" | grep '^BENCHMARK' | cut -c11-
