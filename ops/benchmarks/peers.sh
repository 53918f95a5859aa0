#!/bin/sh
# Import, posting and trial balance of two-line entries beside what other programs need for them: ledger and hledger
# to read them as text, Tryton to post them on the same PostgreSQL. Those that are not installed are left out
# (Debian: ledger hledger; tryton-server tryton-modules-account tryton-proteus python3-psycopg2).
# usage: ops/benchmarks/peers.sh [entries, default 1000000] [rounds, default 3] [moves posted by Tryton, default 500]
cd "$(dirname "$0")" || exit
text=
for program in ledger hledger; do
  if command -v "$program" > /dev/null; then text="$text|$program -f FILE bal --flat"; fi
done
database=
if [ -x /usr/bin/trytond-admin ]; then database="/usr/bin/python3 -W ignore $PWD/tryton.py ${3:-500}"; fi
exec ./run.sh PeerBenchmark 256m -Dbenchmark.entries="${1:-1000000}" -Dbenchmark.rounds="${2:-3}" \
  -Dbenchmark.text-peers="${text#|}" -Dbenchmark.database-peer="$database"
