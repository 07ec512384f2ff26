#!/usr/bin/env python3
"""Records what real Go prints for the demos and test programs: record.py GO [FILE.go ...]

GO is a go command, e.g. one of Go 1.25. For each program, FILE.expected.json beside it (or under demos/ for the demos)
holds standard output, the exit code, and the lines of standard error up to the first empty one or stack. The article's demos have
theirs in tests/article. A simulation runs on the virtual clock that Go's playground has (-tags=faketime). Packages of Unwind's own
are built from resources/std, with reports that go nowhere. A signal that a header plans is sent at its time.
"""
import json, os, pathlib, re, shutil, signal, struct, subprocess, sys, tempfile, time

here = pathlib.Path(__file__).parent
demos = here.parent.parent / "resources" / "demos"


def without_times(output):
    """Takes the playground's frames apart: a mark, the time, a length and so many bytes."""
    plain = b""
    while output:
        length = struct.unpack(">I", output[12:16])[0]
        plain += output[16:16 + length]
        output = output[16 + length:]
    return plain


def build(go, source, text, work):
    if '"unwind/' in text:
        shutil.copytree(here.parent.parent / "resources" / "std" / "unwind", work, dirs_exist_ok=True)
        (work / "go.mod").write_text("module unwind\n\ngo 1.25\n")
        reports = work / "internal" / "record" / "record.go"
        reports.write_text(re.sub(r"^(func put.*)$", r"\1 {}", reports.read_text(), flags=re.M))
        source = shutil.copy(source, work / "main.go")
    tags = ["-tags=faketime"] if "Simulation:" in text else []
    subprocess.run([go, "build", *tags, "-o", work / "program", source], check=True, cwd=work, env={**os.environ, "CGO_ENABLED": "0"})


def run(program, text):
    with subprocess.Popen([program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        began = time.monotonic()
        for name, ms in re.findall(r"^//unwind:signal (\w+)@(\d+)ms$", text, flags=re.M):
            time.sleep(max(0, int(ms) / 1000 - (time.monotonic() - began)))
            process.send_signal(getattr(signal, name))
        out, err = process.communicate(timeout=60)
    if "Simulation:" in text:
        out, err = without_times(out), without_times(err)
    return out.decode(), err.decode(), process.returncode


def record(go, source, target):
    text = source.read_text()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        build(go, source.resolve(), text, work)
        out, err, code = run(work / "program", text)
    faults = []
    for line in err.split("\n"):
        if not line or line.startswith("goroutine "):
            break
        faults.append(line.split(" pc=0x")[0])
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps({"stdout": out, "exitCode": code, "faults": faults}, indent=1) + "\n")


go, *files = sys.argv[1:]
targets = {demos.resolve(): here / "demos", (demos / "article").resolve(): here.parent / "article"}
sources = [pathlib.Path(f) for f in files] or sorted([*demos.glob("**/*.go"), *here.glob("*.go")])
for source in sources:
    folder = targets.get(source.resolve().parent, source.parent)
    record(go, source, folder / (source.stem + ".expected.json"))
    print(source.name)
