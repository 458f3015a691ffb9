"""Statements of PolNeAR: brat stand-off files, one .ann an annotator, beside the texts.

Where several annotators marked a text the first in sorted order counts, as in the scorer.
"""
import re

from training.data import tokens

ROLES = ("source", "cue", "content")


def read_ann(path):
    """-> [{source, cue, content: [(begin, end)] in code points}]; empty leftovers are dropped."""
    spans, events = {}, []
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("\t")
        if re.fullmatch(r"T\d+", cells[0]) and len(cells) > 1:
            where = cells[1].split(" ", 1)[1]
            spans[cells[0]] = [tuple(map(int, piece.split())) for piece in where.split(";")]
        elif re.fullmatch(r"E\d+", cells[0]) and cells[1].startswith("Attribution"):
            events.append([part.split(":") for part in cells[1].split()[1:]])
    out = []
    for parts in events:
        item = {role: [] for role in ROLES}
        for role, target in parts:
            role = re.sub(r"\d+$", "", role).lower()
            if role in ROLES:
                item[role] += spans.get(target, [])
        if any(item.values()):
            out.append({role: sorted(pieces) for role, pieces in item.items()})
    return out


def in_words(items, locate):
    """The same with spans of words (spans that touch no word vanish), and the stance where it is known."""
    return [{role: [w for w in map(locate, item[role]) if w] for role in ROLES}
            | {k: item[k] for k in ("stance",) if k in item} for item in items]


def read(root, folder):
    first = {}
    for path in sorted((root / folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name, path in first.items():
        text = (root / folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield tokens.document(name, text, lambda locate: {"statements": in_words(read_ann(path), locate)})
