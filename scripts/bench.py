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


def lines(n): return "".join(json.dumps(r) + "\n" for r in reports(n)).encode()
def median(values): return statistics.median(list(values))


def row(name, value, unit, most=None, least=None):
    ok = value <= most if most is not None else value >= least
    bound = f"at most {most:g}" if most is not None else f"at least {least:g}"
    print(f"{name:66}{value:10,.{2 if value < 10 else 0}f} {unit:7} {bound:14} {'ok' if ok else 'MISSED'}", flush=True)


def speed():
    """Words a CPU second from raw text to all layers; tokens count punctuation, as the speeds of other taggers do."""
    few, text, binary = 100, lines(100), pathlib.Path(BINARY)
    words = sum(len(r["text"].split()) for r in reports(few))
    tokens = subprocess.run([BINARY, "annotate", "--layers"], input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.count(b'"upos":')
    start = median(timed(["annotate", "--names"], b'{"text":"Rain."}\n')[1] for _ in range(7))
    for model, least in (("core", 9000), ("fast", 13000)):
        cpu = median(timed(["annotate", "--names", "--model", model], text)[1] - start for _ in range(3))
        row(f"raw text to all layers, one core, model {model}", words / cpu, "words/s", least=least)
        print(f"{'the same with punctuation':66}{tokens / cpu:10,.0f} tokens/s")
    one, two = (median(timed(["pipe", "--jobs", n], text)[0] for _ in range(3)) for n in ("1", "2"))
    row("`pipe --jobs 2` against `--jobs 1`, wall, as far as cores are free", one / two, "times", least=1.85)
    kernels = binary.parent / "model_bench"
    if kernels.exists(): print(subprocess.run([kernels, ROOT / "models/core.dlm"], stdout=subprocess.PIPE, check=True, text=True).stdout, end="")


def main():
    row("start-up: `pipe` of one sentence, CPU", 1000 * median(timed(["pipe"], b'{"text":"Rain."}\n')[1] for _ in range(15)), "ms", 20)
    for model, most in (("core", 80), ("fast", 60)):
        row(f"`pipe --model {model}` of one report of 500 words, wall", 1000 * median(timed(["pipe", "--model", model], lines(1))[0] for _ in range(15)), "ms", most)
    speed()
    thousand = lines(1000)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "reports.jsonl"); path.write_bytes(thousand)
        runs = [timed(["read", str(path), "--model", "fast", "--db", os.path.join(folder, f"{k}.db")]) for k in range(3)]
    seconds, cpu, peak = (statistics.median(r[k] for r in runs) for k in range(3))
    row("`read --model fast` of 1,000 reports of 500 words, wall", seconds, "s", 20)
    row("the same, CPU", cpu, "s", 40)
    row("the same, memory", peak, "MB", 300)


if __name__ == "__main__":
    main()
