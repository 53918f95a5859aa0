#!/bin/sh
# Proof of a month beside the same sums in one statement, and the hard close itself.
# usage: ops/benchmarks/close.sh [lines in the month, default 1000000,10000000] [rounds, default 5]
exec "$(dirname "$0")/run.sh" CloseBenchmark 512m -Dbenchmark.sizes="${1:-1000000,10000000}" -Dbenchmark.rounds="${2:-5}"
