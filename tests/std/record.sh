#!/bin/sh
# Records what real Go prints for every program here: record.sh [go command]. Needs Go 1.25. Programs that import packages of
# Unwind's own are built in a module that has them, with reports that go nowhere.
set -u
go="${1:-go}"
cd "$(dirname "$0")/programs"
module=$(mktemp -d)
trap 'rm -r "$module"' EXIT
cp -r ../../../resources/std/unwind/. "$module"
printf 'module unwind\n\ngo 1.25\n' > "$module/go.mod"
sed -i 's/^func put(.*/& {}/' "$module/internal/record/record.go"
for program in *.go; do
    cp "$program" "$module/main.go"
    (cd "$module" && "$go" run main.go) > "${program%.go}.out" 2> /dev/null
    echo "$program: exit $?"
done
