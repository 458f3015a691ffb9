"""Fragments of news in our own words with names (nested), statements and events, one JSON object a line."""
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


def _events(row, locate):
    """Events with word spans; a side without words, or a trigger without, is left out."""
    out = []
    for event in row["events"]:
        trigger = [w for w in map(locate, event["trigger"]) if w]
        if trigger:
            sides = {role: sorted({w for side in event[role] if side["span"] and (w := locate(side["span"]))})
                     for role in ("actors", "recipients")}
            out.append({"trigger": trigger[0], **{k: event[k] for k in ("type", "mode", "status")}, **sides})
    return out


def rows(root, file):
    return [json.loads(line) for line in (root / file).read_text("utf-8").split("\n") if line]


def read(root, file):
    for row in rows(root, file):
        outermost = [s for s in row["statements"] if s["parent"] is None]

        def gold(locate):
            return {"names": _names(row, locate), "inner": True, "events": _events(row, locate),
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
