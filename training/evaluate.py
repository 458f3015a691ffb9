"""How good is a checkpoint?  Figures on held-out data.

  python3 -m training.evaluate --data DATA --work WORK [--model WORK/core.pt] [--windows sentence|packed]
                               [--scorer polnear_eval.py] [--only trees,statements,stance,names,events] [--json FILE]

A model file (.dlm) is judged as the product computes it: 8-bit weights, inputs of each matrix rounded to 8 bits.

trees       UPOS, XPOS, lemma, UAS, LAS of EWT and GUM dev on gold tokens
statements  PolNeAR dev with its scorer (a program of its own: --scorer), on our own tokens
events      of WORK/authored-aside.jsonl: triggers, types, modes, status and sides
stance      share of right stances given the statements, and the share that is "assert"
names       span and kind right (strict), span only, and touching with the kind right; wikigold's last 15 %, re3d dev,
            and WORK/authored-aside.jsonl, the fragments kept out of training
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import torch

from training import encoder as enc
from training import model as models
from training import model_file
from training import quantized
from training import window
from training.data import READERS
from training.wordpiece import WordPiece

BATCH = 3000
WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC GPE"}
RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC GPE", "Nationality": "NAT"}


def decoded(model, wordpiece, documents, head, pieces):
    """(window, its layer) of every window; `pieces` 0 takes one sentence a window."""
    windows = [window.make(d, g, wordpiece) for d in documents
               for g in window.pack(d, lambda: pieces, lambda word: len(wordpiece(word)))]
    for batch in window.batches(windows, BATCH):
        yield from zip(batch, model.decode(batch, [head])[head])


def interval(per_document, figure):
    """95 % of the figure over documents drawn anew.  per_document: {name: Counter}."""
    documents, draw = list(per_document.values()), random.Random(1)
    values = sorted(figure(sum(draw.choices(documents, k=len(documents)), collections.Counter())) for _ in range(500))
    return f"{values[12]}-{values[-13]}"


def trees(model, wordpiece, root, file, pieces):
    per_document = collections.defaultdict(collections.Counter)
    for w, words in decoded(model, wordpiece, READERS["treebank"](root, file), "parse", pieces):
        c = per_document[w.document.name]
        for gold, own in zip(w.gold("tree")[w.lo:w.hi], words):
            c.update(words=1, UPOS=gold[0] == own[0], XPOS=gold[1] == own[1], lemma=gold[2] == own[2],
                     UAS=gold[3] == own[3], LAS=gold[3:] == own[3:])
    c = sum(per_document.values(), collections.Counter())
    out = {k: round(100 * c[k] / c["words"], 2) for k in ("UPOS", "XPOS", "lemma", "UAS", "LAS")}
    return out | {"LAS 95 %": interval(per_document, lambda c: round(100 * c["LAS"] / c["words"], 2))}


def statements(model, wordpiece, root, folder, pieces, scorer):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for w, items in decoded(model, wordpiece, READERS["statements"](root, folder), "statements", pieces):
            at = w.document.offsets[w.lo:w.hi]
            for item in items:
                spans = {role: [[at[b][0], at[e - 1][1]] for b, e in pairs] for role, pairs in item.items()}
                print(json.dumps({"doc": w.document.name, **spans}), file=out)
        out.flush()
        command = [sys.executable, str(scorer), "score", str(root / folder), out.name, "--outermost", "--bootstrap", "500"]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")
    wanted = ("content.spans", "cue.spans", "source.spans", "link.half", "link.strict")
    return {f[0]: " ".join(f[1:]) for f in map(str.split, lines) if f and f[0] in wanted}


def stances(model, wordpiece, documents, pieces):
    pairs = [p for _, found in decoded(model, wordpiece, documents, "stance", pieces) for p in found]
    right = sum(item["stance"] == own for item, own in pairs)
    plain = sum(item["stance"] == "assert" for item, _ in pairs)
    return {"statements": len(pairs), "right": round(100 * right / len(pairs), 1), "assert": round(100 * plain / len(pairs), 1)}


def events(model, wordpiece, documents, pieces):
    """F1 of triggers that touch, of those with the right type; of these the share with the right mode, status, and the
    share whose actors and recipients touch (or are none in both)."""
    c = collections.Counter()
    for w, found in decoded(model, wordpiece, documents, "events", pieces):
        gold = [e for e in w.gold("events") if w.lo <= e["trigger"][0] and e["trigger"][1] <= w.hi]
        c.update(gold=len(gold), own=len(found))

        def meet(one, other):
            return any(b < y - w.lo and x - w.lo < e for b, e in one for x, y in other)
        for own in found:
            match = next((e for e in gold if meet([own["trigger"]], [e["trigger"]])), None)
            if match is None:
                continue
            gold.remove(match)
            c["trigger"] += 1
            if own["type"] == match["type"]:
                c.update(type=1, mode=own["mode"] == (match["mode"] or "-"), status=own["status"] == match["status"])
                for role in ("actors", "recipients"):
                    c[role] += meet(own[role], match[role]) or not (own[role] or match[role])
    out = {k: _f1(c[k], c["own"], c["gold"]) for k in ("trigger", "type")}
    return out | {k: round(100 * c[k] / max(1, c["type"]), 1) for k in ("mode", "status", "actors", "recipients")}


def _f1(right, found, gold):
    return round(200 * right / max(1, found + gold), 1)


def names(model, wordpiece, documents, pieces):
    """Gold names of kinds that several of ours may answer for count as any of them.  Only kinds that the gold uses are
    asked; names inside names only where the gold marks them."""
    documents = list(documents)
    asked = {k for d in documents for n in d.gold["names"] for k in n[2]}
    per_document = collections.defaultdict(collections.Counter)
    for w, found in decoded(model, wordpiece, documents, "names", pieces):
        c = per_document[w.document.name]
        gold = {(b - w.lo, e - w.lo): kinds for b, e, kinds, _ in w.gold("names") if w.lo <= b and e <= w.hi}
        own = {(b, e): kind for b, e, kind, inner in found if kind in asked and (w.gold("inner") or not inner)}
        c.update(gold=len(gold), own=len(own))
        c["span"] += sum(s in gold for s in own)
        c["strict"] += sum(s in gold and kind in gold[s] for s, kind in own.items())

        def touches(span, kinds, other):
            return any(span[0] < e and b < span[1] and kinds & k for (b, e), k in other.items())
        sets = {s: {k} for s, k in own.items()}
        c["own touch"] += sum(touches(s, k, gold) for s, k in sets.items())
        c["gold touch"] += sum(touches(s, k, sets) for s, k in gold.items())
        for s, kind in own.items():
            c[kind, "own"] += 1
            c[kind, "right"] += s in gold and kind in gold[s]
        for s, kinds in gold.items():
            if len(kinds) == 1:
                c[min(kinds), "gold"] += 1
    c = sum(per_document.values(), collections.Counter())
    p, r = c["own touch"] / max(1, c["own"]), c["gold touch"] / max(1, c["gold"])
    out = {"strict": _f1(c["strict"], c["own"], c["gold"]), "span": _f1(c["span"], c["own"], c["gold"]),
           "touch": round(200 * p * r / max(1e-9, p + r), 1),
           "strict 95 %": interval(per_document, lambda c: _f1(c["strict"], c["own"], c["gold"]))}
    return out | {k: _f1(c[k, "right"], c[k, "own"], c[k, "gold"]) for k in sorted(asked) if c[k, "gold"]}


def open_model(args):
    """-> model, wordpiece, what it is, pieces of a window."""
    path = args.model or args.work / "core.pt"
    if path.suffix == ".dlm":
        model, vocabulary, card = model_file.read(path)
        quantized.round_inputs(model)
        return model, WordPiece(vocabulary), f"{path.name} int8", card["window_pieces"]
    model, kept = models.load(path)
    vocabulary = args.work / kept["config"]["encoder"]["pretrained"] / "vocab.txt"
    about = f"{path.name} fp32 step {kept['step']} cpu minutes {kept['cpu_seconds'] / 60:.1f}"
    return model, WordPiece.of_file(vocabulary), about, kept["config"]["train"]["window_pieces"]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True, type=pathlib.Path)
    ap.add_argument("--work", required=True, type=pathlib.Path)
    ap.add_argument("--model", type=pathlib.Path)
    ap.add_argument("--scorer", type=pathlib.Path)
    ap.add_argument("--windows", choices=("sentence", "packed"), default="packed")
    ap.add_argument("--only", default="trees,statements,stance,names,events")
    ap.add_argument("--json", type=pathlib.Path)
    args = ap.parse_args()
    torch.set_num_threads(1)
    enc.Linear.bf16 = False
    model, wordpiece, about, full = open_model(args)
    pieces, results = 0 if args.windows == "sentence" else full - 8, {}
    print(about, "windows", args.windows, flush=True)

    def show(name, figures):
        results[name] = figures
        print(name, figures, flush=True)
    if "trees" in args.only:
        for name in ("ewt", "gum"):
            show(f"{name}-dev", trees(model, wordpiece, args.data, f"treebank/{name}-dev.conllu", pieces))
    if "statements" in args.only and args.scorer:
        show("polnear-dev", statements(model, wordpiece, args.data, "statements/polnear-dev", full - 8, args.scorer))
    if "stance" in args.only:
        show("authored-aside stance", stances(model, wordpiece, READERS["authored"](args.work, "authored-aside.jsonl"), full - 8))
    if "names" in args.only:
        aside = READERS["authored"](args.work, "authored-aside.jsonl")
        show("authored-aside", names(model, wordpiece, aside, full - 8))
        for file, kinds, part in (("wikigold.txt", WIKIGOLD, (0.85, 1.0)), ("re3d_dev.txt", RE3D, (0.0, 1.0))):
            show(file, names(model, wordpiece, READERS["columns"](args.data, f"ner/{file}", kinds, part), pieces))
    if "events" in args.only:
        show("authored-aside events", events(model, wordpiece, READERS["authored"](args.work, "authored-aside.jsonl"), full - 8))
    if args.json:
        args.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
