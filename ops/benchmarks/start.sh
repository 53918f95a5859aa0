#!/usr/bin/env bash
# How much CPU a warm start takes and how much memory the server needs at rest.
# usage: ops/benchmarks/start.sh [starts, default 3]     needs: ./mvnw -DskipTests package
# Goals: warm start under 25 s of CPU, under 1 GiB resident at rest.
set -euo pipefail
cd "$(dirname "$0")/../.."
starts=${1:-3}
jar=server/target/countinghouse.jar
[ -f "$jar" ] || { echo "Build first: ./mvnw -DskipTests package"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cpu_seconds() { # user and system time of a process and its reaped children
  awk -v hz="$(getconf CLK_TCK)" '{print ($14+$15+$16+$17)/hz}' "/proc/$1/stat"
}

start() { # start NUMBER
  local log="$folder/$1.log" began pid
  began=$(date +%s.%N)
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=128m -Xmx768m -jar "$jar" --spring.profiles.active=demo --server.port=0 \
    --management.server.port=0 --countinghouse.data-directory="$folder/data" > "$log" 2>&1 &
  pid=$!
  until grep -q "Ready after" "$log"; do
    kill -0 "$pid" 2>/dev/null || { cat "$log"; exit 1; }
    sleep 0.1
  done
  local wall cpu
  wall=$(echo "$(date +%s.%N) - $began" | bc)
  cpu=$(cpu_seconds "$pid")
  sleep 30 # at rest: the e-invoice rules are compiled in the background
  printf '%-6s wall %6.1f s   CPU %6.1f s   resident %5d MiB\n' "$2" "$wall" "$cpu" \
    "$(($(awk '/VmRSS/{print $2}' "/proc/$pid/status") / 1024))"
  kill "$pid"
  wait "$pid" || true
}

echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $(git rev-parse --short HEAD)"
start 0 cold
for i in $(seq "$starts"); do start "$i" warm; done
