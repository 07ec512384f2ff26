#!/bin/sh
# Records what real Go prints for every program here: record.sh [go command]. Needs Go 1.25.
set -u
go="${1:-go}"
cd "$(dirname "$0")/programs"
for program in *.go; do
    "$go" run "$program" > "${program%.go}.out" 2> /dev/null
    echo "$program: exit $?"
done
