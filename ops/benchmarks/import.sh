#!/bin/sh
# Journal import beside raw COPY, how time and memory grow, and trial balances in the largest books.
# usage: ops/benchmarks/import.sh [sizes, default 100000,1000000] [rounds, default 5] [heap, default 256m]
exec "$(dirname "$0")/run.sh" ImportBenchmark "${3:-256m}" -Dbenchmark.sizes="${1:-100000,1000000}" -Dbenchmark.rounds="${2:-5}"
