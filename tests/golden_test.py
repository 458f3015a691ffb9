#!/usr/bin/env python3
"""Do the examples still give the records that a reader has approved?

tests/golden/NAME.golden holds the records of examples/NAME in a form made to be read as a diff: one record a line with the words
of its spans instead of offsets.  A change of the engine that changes a claim about a report shows here; `./dev golden` rewrites
the files, and a person reads the difference.

  golden_test.py --dateline BINARY [--write]
"""
import argparse, json, pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLDEN, EXAMPLES = ROOT / "tests/golden", ROOT / "examples"


def readable(record):
    """One line a record, spans as words, references as the words of the record they name."""
    text = record["article"]["text"]
    words = lambda spans: " ... ".join(text[b:e] for b, e in spans)
    part = lambda x: words(x["spans"]) if x and x["spans"] else None
    names = {a["id"]: a["name"] for a in record["actors"]}
    sides = lambda xs: [f"{words(x['spans']) or '(implied)'} [{x['code']}]" for x in xs]
    places = {p["id"]: p["name"] for p in record["places"]}
    head = record["article"]
    yield dict(article=head["title"], published=head["published"], publisher=head["publisher"], credits=head["credits"], sentences=len(record["sentences"]))
    for s in record["statements"]:
        row = dict(statement=s["id"], speaker=names.get((s["source"] or {}).get("actor")), source=part(s["source"]), cue=part(s["cue"]), content=part(s["content"]), form=s["form"], stance=s["stance"])
        row |= {k: True for k in ("anonymous", "implicit", "conditional") if s[k]}
        row |= {k: v for k, v in dict(to=part(s["addressee"]), venue=part(s["venue"]), parent=s["parent"]).items() if v}
        yield row
    for e in record["events"]:
        row = dict(event=e["id"], type=e["type"] + ("." + e["mode"] if e["mode"] else ""), trigger=part(e["trigger"]), actors=sides(e["actors"]), recipients=sides(e["recipients"]), status=e["status"],
                   date=e["date"], place=places.get(e["place"]))
        yield row | {k: e[k] for k in ("claimed_by", "dead", "injured", "arrested", "same_as") if e[k] is not None}
    for a in record["actors"]: yield dict(actor=a["name"], type=a["type"], code=a["code"], role=a["role"], mentions=len(a["mentions"]))
    for p in record["places"]: yield dict(place=p["name"], words=sorted({text[b:e] for b, e in p["spans"]}), mentions=len(p["spans"]), country=p["country"], admin1=p["admin1"], geonames=p["geonames"], kind=p["kind"])
    for t in record["times"]: yield dict(time=part(t), type=t["type"], value=t["value"])
    for d in record["diagnostics"]: yield dict(diagnostic=d["code"], message=d["message"])


def run(dateline, example):
    """Every record of one example file, in the readable form."""
    done = subprocess.run([dateline, "pipe", str(example)], stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode("utf-8").split("\n"):
        if not line: continue
        record = json.loads(line)
        if "error" in record: yield json.dumps(record["error"], ensure_ascii=False); continue
        yield from (json.dumps(row, ensure_ascii=False) for row in readable(record))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--dateline", required=True); ap.add_argument("--write", action="store_true"); a = ap.parse_args()
    examples = sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
    GOLDEN.mkdir(exist_ok=True)
    wrong = []
    for example in examples:
        got, path = "\n".join(run(a.dateline, example)) + "\n", GOLDEN / (example.name + ".golden")
        if a.write: path.write_text(got, "utf-8"); continue
        want = path.read_text("utf-8") if path.exists() else ""
        if got != want: wrong.append(example.name); print_difference(example.name, want, got)
    stale = [p.name for p in GOLDEN.glob("*.golden") if not (EXAMPLES / p.name.removesuffix(".golden")).exists()]
    for name in stale: print(f"{name}: its example is gone")
    if not a.write: print(f"{len(examples) - len(wrong)} of {len(examples)} examples as approved; ./dev golden rewrites, then read the diff")
    sys.exit(bool(wrong or stale))


def print_difference(name, want, got):
    import difflib
    print(f"--- {name}")
    for line in list(difflib.unified_diff(want.split("\n"), got.split("\n"), "approved", "now", n=0, lineterm=""))[:40]: print(line)


if __name__ == "__main__":
    main()
