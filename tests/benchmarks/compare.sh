#!/bin/bash
# Speed beside others, all measured in the same minutes: user+system seconds, the best of several runs, and ratios.
# usage: compare.sh PATH-TO-unwind [GO] ; lua5.4, go and yaegi are used when they are found.
# Columns: unwind's time; lua/unwind and yaegi/unwind (above 1: unwind is faster); unwind/go, one P on both sides.
set -u
unwind=${1:?usage: compare.sh unwind [go]}
go=${2:-go}
here=$(cd "$(dirname "$0")/programs" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=${RUNS:-5}
TIMEFORMAT='%3U %3S' # milliseconds, where time(1) has hundredths

best() { # CPU seconds of the fastest of $runs runs of "$@"
    i=0
    while [ $i -lt "$runs" ]; do
        { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'
        i=$((i + 1))
    done | sort -n | head -n 1
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a == "" || b == "" || b == 0) print "-"; else printf "%.2f", a / b }'; }

printf '%-10s %9s %9s %9s %9s\n' program unwind lua/ yaegi/ /go
for program in fib loop sieve nbody iface chan spawn panic deeppanic empty; do
    source="$here/$program.go"
    ours=$(best "$unwind" run --procs 1 "$source")
    lua= yaegi= native=
    [ -f "$here/$program.lua" ] && command -v lua5.4 >/dev/null && lua=$(best lua5.4 "$here/$program.lua")
    case $program in
    panic|deeppanic) ;; # yaegi's recover gives another value
    *) command -v yaegi >/dev/null && yaegi=$(RUNS=1; runs=1; best yaegi run "$source") ;;
    esac
    if command -v "$go" >/dev/null && "$go" build -o "$work/$program" "$source" 2>/dev/null; then
        native=$(GOMAXPROCS=1 best "$work/$program")
    fi
    printf '%-10s %8ss %9s %9s %9s\n' "$program" "$ours" "$(ratio "$lua" "$ours")" "$(ratio "$yaegi" "$ours")" \
        "$(ratio "$ours" "$native")"
done
