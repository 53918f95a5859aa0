#!/bin/sh
# One order walked by people in real browsers (Chromium) on a server of its own: wanted, approved, placed, received,
# invoiced, paid, and found on the bank's statement; then an auditor finds every document and the books are verified.
# usage: ops/one-order.sh [folder, default a new one]
set -e
cd "$(dirname "$0")/.."
folder=${1:-$(mktemp -d)}
./mvnw -B -q test -pl server -am -Dtest=OneOrder -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= \
  -Done-order.folder="$folder" -Dscreenshots.dir="$folder/screenshots" | grep -E '^(ORDER|ok |FAILED|The books|.*ERROR)'
echo "Its photographs: $folder/screenshots"
echo "Its files: $folder/data/exchange/HBDE"
