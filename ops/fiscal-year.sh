#!/bin/sh
# A whole fiscal year of the three demo companies on a real server: posted from files, closed month by
# month through the process, the year carried forward, the group consolidated, the last month opened and
# closed again, books and certificates verified; its text checked with hledger where that is installed.
# usage: ops/fiscal-year.sh [size, default 1: about 9,000 lines a year] [folder, default a new one]
set -e
cd "$(dirname "$0")/.."
folder=${2:-$(mktemp -d)}
./mvnw -B -q test -pl server -am -Dtest=WholeFiscalYear -Dsurefire.failIfNoSpecifiedTests=false \
  -DskipChecks -Dspotless.check.skip -Djacoco.skip -Djacoco.agent= \
  -Dfiscal-year.size="${1:-1}" -Dfiscal-year.folder="$folder" | grep -E '^(YEAR|ok |FAILED|The books|.*ERROR)'
echo "Certificates and the consolidated trial balance: $folder"
