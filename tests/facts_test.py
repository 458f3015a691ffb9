#!/usr/bin/env python3
"""How much of what a careful reader found in examples/ does the engine find?

tests/golden/facts.tsv was written from the texts alone.  For each kind of fact this prints the share that the engine finds and
holds it against a floor: what was reached and read, so that a change that loses ground shows.  `--misses` lists what was missed.

  facts_test.py --dateline BINARY [--misses]
"""
import argparse, collections, json, pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOOR = {"published": 1.0, "statement": .90, "statement.speaker": .87, "event": .55, "place": .95, "time": .95, "no-event": 1.0}


def records(dateline, name):
    out = subprocess.run([dateline, "pipe", str(ROOT / "examples" / name)], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return {r["article"].get("given_id") or "": r for r in map(json.loads, filter(None, out.split("\n")))}


def either(cell, value): return cell == "-" or (value or "-") in cell.split("/")


def words(name): return "".join(c.lower() if c.isalnum() else " " for c in name or "").split()


class Finder:
    def __init__(self, record):
        self.record, self.text = record, record["article"]["text"]
        self.names = {a["id"]: a["name"] for a in record["actors"]}

    def spans(self, part): return " ... ".join(self.text[b:e] for b, e in (part or {}).get("spans", []))

    def published(self, _, date): return (self.record["article"]["published"] or "")[:10] == date

    def said(self, begins):
        return [s for s in self.record["statements"] if any(self.text[b:e].lstrip("\"'“‘«").startswith(begins) for b, e in s["content"]["spans"])]

    def statement(self, _, speaker, cue, begins, stance, form, *notes): return bool(self.said(begins))

    def speaker(self, _, speaker, cue, begins, stance, form, *notes):
        want = set(words(speaker)) - {"a", "an", "the"}
        for s in self.said(begins):
            got = set(words(self.names.get((s["source"] or {}).get("actor")) or self.spans(s["source"]))) - {"a", "an", "the"}
            if got and want and (got <= want or want <= got or words(speaker)[-1] in got): return True
        return False

    def event(self, _, kind, mode, trigger, actors, recipients, status, date, *notes):
        return any(either(kind, e["type"]) and (trigger.lower() in self.spans(e["trigger"]).lower() or self.spans(e["trigger"]).lower() in trigger.lower()) for e in self.record["events"])

    def place(self, mention, name, country, kind):
        return any(mention in (self.text[b:e] for b, e in p["spans"]) and either(country, p["country"]) for p in self.record["places"])

    def time(self, mention, value, kind):
        return any(self.spans(t) == mention and either(value, t["value"]) for t in self.record["times"])

    def no_event(self, *_): return not self.record["events"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--dateline", required=True); ap.add_argument("--misses", action="store_true"); a = ap.parse_args()
    found, all_, cache = collections.Counter(), collections.Counter(), {}
    for line in (ROOT / "tests/golden/facts.tsv").read_text("utf-8").split("\n"):
        if not line or line[0] == "#": continue
        source, kind, *cells = line.split("\t")
        name, _, given = source.partition("#")
        if name not in cache: cache[name] = records(a.dateline, name)
        record = cache[name].get(given) or (next(iter(cache[name].values())) if not given else None)
        if record is None: print(f"{source}: the engine gave no such report"); all_[kind] += 1; continue
        finder = Finder(record)
        for what, check in [(kind, kind.replace("-", "_"))] + ([("statement.speaker", "speaker")] if kind == "statement" else []):
            if not hasattr(finder, check): continue
            ok = getattr(finder, check)(*cells)
            all_[what] += 1; found[what] += ok
            if a.misses and not ok: print(f"missed {what}: {source} {' | '.join(cells)}")
    short = 0
    for what, n in sorted(all_.items()):
        share, floor = found[what] / n, FLOOR[what]
        short += share < floor
        print(f"{what:20}{found[what]:4} of {n:4}  {share:.2f}  (floor {floor:.2f}){'  SHORT' if share < floor else ''}")
    sys.exit(bool(short))


if __name__ == "__main__":
    main()
