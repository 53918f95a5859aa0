#!/bin/sh
# A statement taken in and matched beside the best SQL script for the same rows, and how its time grows with the open
# items; no fewer items than entries, or the script pays some twice. usage: ops/benchmarks/reconciliation.sh [entries, default 100000] [open items, default 100000,500000] [rounds, default 3] [heap, default 256m]
exec "$(dirname "$0")/run.sh" ReconciliationBenchmark "${4:-256m}" -Dbenchmark.lines="${1:-100000}" -Dbenchmark.items="${2:-100000,500000}" -Dbenchmark.rounds="${3:-3}"
