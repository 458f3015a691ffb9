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


def rows(root, file):
    return [json.loads(line) for line in (root / file).read_text("utf-8").split("\n") if line]


def read(root, file):
    for row in rows(root, file):
        outermost = [s for s in row["statements"] if s["parent"] is None]

        def gold(locate):
            return {"names": _names(row, locate), "inner": True,
                    "statements": statements.in_words(outermost, locate)}
        yield tokens.document(row["id"], row["text"], gold)


def read_contents(root, file, shortest=20, empty=10):
    """The content of each statement as a text of its own, with the statements inside it: the product reads contents
    so, to find who is quoted in a quotation.  Fragments of fewer characters are left out, and of those without a
    statement all but one in `empty`."""
    count = 0
    for row in rows(root, file):
        for outer in row["statements"]:
            inside = [s for s in row["statements"] if s["parent"] == outer["id"]]
            for begin, end in outer["content"]:
                if end - begin < shortest:
                    continue
                moved = [s | {role: [[b - begin, e - begin] for b, e in s[role] if begin <= b and e <= end]
                              for role in statements.ROLES} for s in inside]
                moved = [s for s in moved if s["content"]]
                count += not moved
                if not moved and count % empty:
                    continue
                yield tokens.document(f"{row['id']}-{begin}", row["text"][begin:end],
                                      lambda locate, moved=moved: {"statements": statements.in_words(moved, locate)})
