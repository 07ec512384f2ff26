#!/bin/sh
# Records the truth table of recover as real Go prints it: record.sh UNWIND GO VERSION, e.g. record.sh unwind go go1.25
set -e
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" table --source > "$work/recover.go"
"$2" run "$work/recover.go" > "$(dirname "$0")/recover.$3.txt"
