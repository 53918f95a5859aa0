#!/bin/sh
# Journals posted one by one from many threads, beside the same statements in a bare JDBC loop.
# usage: ops/benchmarks/posting.sh [threads, default 8] [seconds of each measurement, default 6] [rounds, default 3]
exec "$(dirname "$0")/run.sh" PostingBenchmark 512m -Dbenchmark.threads="${1:-8}" -Dbenchmark.seconds="${2:-6}" -Dbenchmark.rounds="${3:-3}"
