#!/bin/sh
# Orders by the thousand on a real server: placed, approved, received, invoiced, matched, paid, and found on
# the bank's statement, with two kill -9 on the way; nothing paid twice, one file per release, books verified.
# usage: ops/procure-to-pay.sh [orders, default 1000] [folder, default a new one]
set -e
cd "$(dirname "$0")/.."
folder=${2:-$(mktemp -d)}
./mvnw -B -q test -pl server -am -Dtest=ThousandOrders -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= \
  -Dprocure-to-pay.orders="${1:-1000}" -Dprocure-to-pay.folder="$folder" | grep -E '^(ORDERS|ok |FAILED|The books|.*ERROR)'
echo "Its files: $folder/data/exchange/HBDE"
