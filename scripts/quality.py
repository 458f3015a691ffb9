#!/usr/bin/env python3
"""Writes docs/quality.md from the figures of the acceptance script:  quality.py FIGURES.json docs/quality.md"""
import datetime, json, pathlib, subprocess, sys

ITEMS = {"whole": "A working whole", "core": "The encoder", "statements": "Statements", "where-when": "Places and times", "events": "Events and actors", "inputs": "Inputs"}


def git(*args): return subprocess.run(["git", *args], stdout=subprocess.PIPE, check=True).stdout.decode().strip()


def main():
    figures, out = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8")), pathlib.Path(sys.argv[2])
    changed = " with changes" if git("status", "--porcelain", "--", "src", "include", "data") else ""
    lines = ["# Accuracy on the dev sets", "",
             f"Measured {datetime.date.today()} at commit {git('rev-parse', '--short', 'HEAD')}{changed} by `./dev eval`.  Written by a script: do not edit.", "",
             "The sets are for tuning; what decides are other sets, unseen.  A target is that of the work item that the row belongs to;",
             "items are worked on in this order, so rows of later items stand below their targets until then.", ""]
    for item, title in ITEMS.items():
        rows = [r for r in figures["rows"] if r["item"] == item]
        if not rows: continue
        lines += [f"## {title}", "", "| set | figure | value | target | |", "|---|---|---|---|---|"]
        for r in rows:
            target = "" if r["target"] is None else f"{r['target']:g}"
            lines.append(f"| {r['task']} | {r['figure']} | {r['value']:.3f} | {target} | {'holds' if r['ok'] else '' if r['ok'] is None else 'short'} |")
        lines.append("")
    lines += ["## All figures of the reports with our own gold", "", "| figure | value |", "|---|---|"]
    lines += [f"| {k} | {v:.3f} |" if isinstance(v, float) else f"| {k} | {v} |" for k, v in (figures["figures"].get("wire") or {}).items()]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"wrote {out}")


if __name__ == "__main__":
    main()
