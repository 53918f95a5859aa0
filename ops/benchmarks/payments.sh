#!/bin/sh
# A payment run from open items to its file, beside the simplest program that writes the same rows and file.
# usage: ops/benchmarks/payments.sh [items, default 50000] [rounds, default 3] [items of a supplier, default 2]
exec "$(dirname "$0")/run.sh" PaymentsBenchmark 768m -Dbenchmark.items="${1:-50000}" -Dbenchmark.rounds="${2:-3}" -Dbenchmark.perSupplier="${3:-2}"
