"""Names in two columns, word and tag, one word a line (wikigold, re3d).

The sources draw kinds otherwise than we do: their LOC covers our LOC (a place) and GPE (a country or town that acts),
their MISC covers NAT (a nationality).  `kinds` maps a tag to all kinds that it may be; the loss then asks for any.
"""
from training.window import Document


def _sentences(path):
    cur = []
    for line in path.read_text("utf-8", "replace").split("\n"):
        cells = line.split()
        if len(cells) >= 2:
            cur.append((cells[0], cells[-1]))
        elif cur:
            yield cur
            cur = []
    if cur:
        yield cur


def _spans(tags, kinds):
    """Runs of one tag; B- always begins a new one (wikigold writes I- throughout)."""
    out, open_tag = [], None
    for i, tag in enumerate(tags + ["O"]):
        if open_tag and (tag[:1] != "I" or tag[2:] != open_tag):
            if open_tag in kinds:
                out.append((begin, i, frozenset(kinds[open_tag].split()), False))
            open_tag = None
        if tag != "O" and open_tag is None:
            begin, open_tag = i, tag[2:]
    return out


def read(root, file, kinds, part=(0.0, 1.0)):
    """`part`: the share of the file to read, by position."""
    every = list(_sentences(root / file))
    for i, pairs in enumerate(every[int(part[0] * len(every)):int(part[1] * len(every))]):
        words = [w for w, _ in pairs]
        gold = {"names": _spans([t for _, t in pairs], kinds), "inner": False}
        yield Document(f"{file}#{i}", words, [0], frozenset([0]), gold)
