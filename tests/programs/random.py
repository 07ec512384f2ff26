#!/usr/bin/env python3
"""Runs generated programs under real Go and under Unwind and tells where they differ: random.py GO UNWIND N [FIRST]

GO is a go command of Go 1.25, UNWIND the built program (goprogram, which writes the programs, lies beside it). Programs have
the seeds FIRST (0) … FIRST+N-1. Compared are standard output, the exit code, and the lines of standard error up to the first
empty one; Unwind runs each program under two schedules. Ends with 1 when a program differs.

Seed 165 differs by a fault of Go 1.25's own: a deferred call of a nil func panics during a Goexit, the stack grows, and the
recovery forgets the Goexit. Smaller programs of that kind die of "fatal error: bad recovery".
"""
import os, pathlib, subprocess, sys, tempfile

BATCH = 40


def result(command):
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except subprocess.TimeoutExpired:
        return "no end in 60 s"
    faults = []
    for line in ran.stderr.split("\n"):
        if not line or line.startswith("exit status"):
            break
        faults.append(line.split(" pc=0x")[0])
    return (ran.stdout, ran.returncode, faults)


def first_difference(wanted, got):
    if isinstance(wanted, str) or isinstance(got, str):
        return f"wanted {wanted!r}\n   got {got!r}"
    for name, a, b in zip(("standard output", "exit code", "faults"), wanted, got):
        if a == b:
            continue
        if name == "exit code":
            return f"{name}: wanted {a}, got {b} ({got[2]})"
        a, b = (a.split("\n"), b.split("\n")) if name == "standard output" else (a, b)
        for i in range(max(len(a), len(b))):
            x, y = (side[i] if i < len(side) else "(nothing)" for side in (a, b))
            if x != y:
                return f"{name}, line {i + 1}:\n  wanted {x}\n     got {y}"


def batch(go, unwind, seeds, work):
    (work / "go.mod").write_text("module random\n\ngo 1.25\n")
    generator = pathlib.Path(unwind).resolve().parent / "goprogram"
    for seed in seeds:
        folder = work / f"p{seed}"
        folder.mkdir()
        (folder / "main.go").write_text(subprocess.run([generator, str(seed)], capture_output=True, text=True, check=True).stdout)
    (work / "bin").mkdir()
    environment = {**os.environ, "GOFLAGS": "-mod=mod"}
    subprocess.run([go, "build", "-o", work / "bin", "./..."], cwd=work, check=True, env=environment)
    differences = []
    for seed in seeds:
        wanted = result([work / "bin" / f"p{seed}"])
        for options in ([], ["--procs", "1", "--seed", "7"]):
            got = result([unwind, "run", *options, work / f"p{seed}" / "main.go"])
            if wanted != got:
                differences.append((seed, " ".join(options), first_difference(wanted, got)))
                break
    return differences


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    go, unwind = sys.argv[1:3]
    first = int(sys.argv[4]) if len(sys.argv) == 5 else 0
    seeds = range(first, first + int(sys.argv[3]))
    differences = []
    for start in range(0, len(seeds), BATCH):
        with tempfile.TemporaryDirectory() as work:
            found = batch(go, unwind, seeds[start:start + BATCH], pathlib.Path(work))
        for seed, options, text in found:
            print(f"seed {seed} {options}: {text}", flush=True)
        differences += found
    print(f"{len(seeds)} programs, {len(differences)} differ")
    sys.exit(1 if differences else 0)


main()
