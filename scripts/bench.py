#!/usr/bin/env python3
"""Start-up, speed and memory of the binary:  bench.py BINARY

Each figure is the median of several runs, with its bound; the machine is whatever this runs on, so compare figures of one
run with each other, not with those of another machine.
"""
import json, os, pathlib, random, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = sys.argv[1]


def timed(args, stdin=b""):
    """-> seconds, CPU seconds, peak resident MB."""
    with tempfile.TemporaryFile() as data:
        data.write(stdin); data.seek(0)
        begin = time.perf_counter()
        p = subprocess.Popen([BINARY, *args], stdin=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(p.pid, 0)
        seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status): sys.exit(f"{args}: exit {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def sentences():
    """Sentences of the example reports, to make many reports from."""
    made = []
    for path in sorted((ROOT / "examples").glob("*.txt")):
        for paragraph in path.read_text("utf-8").split("\n\n")[1:]: made += [s + "." for s in paragraph.replace("\n", " ").rstrip(".").split(". ")]
    return made


def reports(n, words=500):
    chance, pool = random.Random(7), sentences()
    for i in range(n):
        text, count = [f"Report {i}"], 0
        while count < words:
            paragraph = " ".join(chance.choices(pool, k=3)); text.append(paragraph); count += len(paragraph.split())
        yield dict(id=str(i), published="2024-03-04", title=f"Report {i}", text="\n\n".join(text))


def row(name, value, unit, bound): print(f"{name:58}{value:10.1f} {unit:4} bound {bound:g}  {'ok' if value <= bound else 'OVER'}")


def main():
    one = json.dumps(next(reports(1))).encode() + b"\n"
    row("start-up: `pipe` of one report, wall", 1000 * statistics.median(timed(["pipe"], one)[0] for _ in range(15)), "ms", 60)
    thousand = "".join(json.dumps(r) + "\n" for r in reports(1000)).encode()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "reports.jsonl"); path.write_bytes(thousand)
        runs = [timed(["read", str(path), "--db", os.path.join(folder, f"{k}.db")]) for k in range(3)]
    seconds, cpu, peak = (statistics.median(r[k] for r in runs) for k in range(3))
    row("`read` of 1,000 reports of 500 words, wall", seconds, "s", 20)
    row("the same, CPU", cpu, "s", 40)
    row("the same, memory", peak, "MB", 300)
    piped = statistics.median(timed(["pipe"], thousand)[1] for _ in range(3))
    print(f"`pipe` of the same: {len(thousand) / 1e6 / piped:.2f} MB of text a CPU second")


if __name__ == "__main__":
    main()
