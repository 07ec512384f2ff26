#!/usr/bin/env python3
"""Runs Go's own test programs on Unwind: run.py UNWIND GOROOT [PROGRAM ...]

Without names, runs those of programs.txt: the programs of Go 1.25's test directory with a "// run" header that are about
defer, recover, panic, closures, channels, select and goroutines and import only packages that Unwind has. A program passes
when it exits with 0 and prints what its .out file holds (nothing, without one). Prints a line for each that does not pass.
"""
import pathlib, re, subprocess, sys

here = pathlib.Path(__file__).parent


def verdict(unwind, source):
    words = re.match(r"// run\s*(.*)", source.read_text(errors="replace").split("\n")[0])
    arguments = words.group(1).split() if words else []
    arguments = [a for a in arguments if not a.startswith("-")]
    try:
        ran = subprocess.run([unwind, "run", source, *arguments], capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "runs longer than two minutes"
    expected = source.with_suffix(".out")
    wanted = expected.read_bytes() if expected.exists() else b""
    if ran.returncode != 0:
        lines = ran.stderr.decode(errors="replace").strip().split("\n")
        return f"exit code {ran.returncode}: {lines[0]}" + (f" | {lines[1]}" if len(lines) > 1 else "")
    if ran.stdout + ran.stderr != wanted and ran.stdout != wanted and ran.stderr != wanted:
        return "prints something else"
    return None


unwind, goroot, *names = sys.argv[1:]
names = names or (here / "programs.txt").read_text().split()
failed = 0
for name in names:
    reason = verdict(unwind, pathlib.Path(goroot) / "test" / name)
    if reason:
        failed += 1
        print(f"{name}: {reason}")
print(f"{len(names) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
