#!/bin/sh
# Records what real Go says about the programs under data: the messages about those that do not compile, and what
# data/sizes.go and data/constants.go print. Set GO to the go command of the release to follow.
#   GO=go1.25 tests/types/record.sh
set -eu
cd "$(dirname "$0")/data"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for program in wrong/*.go; do
    name=$(basename "$program" .go)
    (cd wrong && "${GO:-go}" build -gcflags=-e -o "$out/program" "$name.go" 2>&1 || true) |
        sed -e '/^#/d' -e 's|^\./||' -e 's|\./||g' -e 's| (/.*/src/.*)$||' >"wrong/$name.txt"
done
for program in sizes constants; do
    "${GO:-go}" run "$program.go" >"$program.txt" 2>&1
done
