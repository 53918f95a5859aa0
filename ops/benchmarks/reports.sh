#!/bin/sh
# The general ledger as a workbook beside plain SXSSF and fastexcel over the same cursor, and the statements.
# usage: ops/benchmarks/reports.sh [lines, default 1000000] [rounds, default 3] [heap, default 256m]
exec "$(dirname "$0")/run.sh" ReportBenchmark "${3:-256m}" -Dbenchmark.lines="${1:-1000000}" -Dbenchmark.rounds="${2:-3}"
