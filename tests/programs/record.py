#!/usr/bin/env python3
"""Records what real Go prints for the demos and test programs: record.py GO [FILE.go ...]

GO is a go command, e.g. one of Go 1.25. For each program, FILE.expected.json beside it (or under demos/ for the demos)
holds standard output, the exit code, and the lines of standard error up to the first empty one or stack. The article's demos have
theirs in tests/article.
"""
import json, pathlib, subprocess, sys, tempfile

here = pathlib.Path(__file__).parent
demos = here.parent.parent / "resources" / "demos"


def record(go, source, target):
    with tempfile.TemporaryDirectory() as work:
        binary = pathlib.Path(work) / "program"
        subprocess.run([go, "build", "-o", binary, source], check=True)
        ran = subprocess.run([binary], capture_output=True, text=True, timeout=60)
    faults = []
    for line in ran.stderr.split("\n"):
        if not line or line.startswith("goroutine "):
            break
        faults.append(line.split(" pc=0x")[0])
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"stdout": ran.stdout, "exitCode": ran.returncode, "faults": faults}, indent=1) + "\n")


go, *files = sys.argv[1:]
targets = {demos.resolve(): here / "demos", (demos / "article").resolve(): here.parent / "article"}
sources = [pathlib.Path(f) for f in files] or sorted([*demos.glob("**/*.go"), *here.glob("*.go")])
for source in sources:
    folder = targets.get(source.resolve().parent, source.parent)
    record(go, source, folder / (source.stem + ".expected.json"))
    print(source.name)
