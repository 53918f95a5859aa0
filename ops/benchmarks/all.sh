#!/bin/sh
# All benchmarks of ledger, close and reports, one after the other, as a section for RESULTS.md. About 40 minutes
# on two cores; "quick" takes a tenth of the lines and a few minutes.
# usage: ops/benchmarks/all.sh [quick] >> ops/benchmarks/RESULTS.md
cd "$(dirname "$0")" || exit
if [ "$1" = quick ]; then small=100000 large=1000000 sizes=10000,100000,1000000; else small=1000000 large=10000000 sizes=100000,1000000,10000000; fi

section() { # section TITLE SCRIPT ARGUMENTS...
  title=$1
  shift
  printf '\n### %s: `ops/benchmarks/%s`\n\n```\n' "$title" "$*"
  script=$1
  shift
  "./$script" "$@" || echo "failed"
  printf '```\n'
}

printf '\n## Ledger, %s, %s\n' "$(date -u +%Y-%m-%d)" "$(git log -1 --format='%h "%s"')"
section "Import and trial balance" import.sh "$sizes" 3
section "Other programs" peers.sh "$small" 3
section "Close" close.sh "$small,$large" 3
section "Posting from many threads" posting.sh
section "Reports" reports.sh "$small" 3
