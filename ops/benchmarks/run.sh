#!/bin/sh
# One benchmark class of the core module in a JVM of its own; the other scripts use it.
# usage: ops/benchmarks/run.sh CLASS HEAP [-Dbenchmark.NAME=VALUE ...]
set -e
cd "$(dirname "$0")/../.."
class=$1
heap=$2
shift 2
rm -rf core/target/benchmark
trap 'rm -rf core/target/benchmark' EXIT
log=$(mktemp)
if ! ./mvnw -B -q test -pl core -Dtest="$class" -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= -Dtest.jvm="-XX:+UseSerialGC -Xmx$heap" \
  -Dbenchmark.commit="$(git rev-parse --short HEAD)" "$@" > "$log" 2>&1; then
  tail -60 "$log"
  exit 1
fi
grep '^BENCHMARK' "$log" | cut -c11-
rm -f "$log"
