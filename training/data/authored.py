"""Fragments of news in our own words with names (nested) and statements, one JSON object a line."""
import json

from training.data import statements, tokens


def _names(row, locate):
    """Names as word spans; of two names over the same words the first counts."""
    spans = {}
    for name in row["names"]:
        where = locate(name["span"])
        if where:
            spans.setdefault(where, name["type"])

    def inner(b, e):
        return any(x <= b and e <= y and (x, y) != (b, e) for x, y in spans)
    return [(b, e, frozenset([kind]), inner(b, e)) for (b, e), kind in sorted(spans.items())]


def read(root, file):
    for line in (root / file).read_text("utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        outermost = [s for s in row["statements"] if s["parent"] is None]

        def gold(locate):
            return {"names": _names(row, locate), "inner": True,
                    "statements": statements.in_words(outermost, locate)}
        yield tokens.document(row["id"], row["text"], gold)
