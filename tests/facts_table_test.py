#!/usr/bin/env python3
"""Is the yardstick itself sound?  tests/golden/facts.tsv speaks of words that its reports have, and of every report.  Under a second."""
import collections, html, json, pathlib, re, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = {"statement": 5, "event": 5, "place": 2, "time": 2, "not-place": 2}  # kind -> the column with words of the report
COLUMNS = {"published": 4, "statement": 9, "event": 11, "place": 6, "time": 5, "not-place": 4, "no-event": 4}


def example_text(name):
    """The text of a row's report: examples/NAME, or one line of it by "#id"."""
    file, _, wanted = name.partition("#")
    text = (ROOT / "examples" / file).read_text("utf-8")
    if wanted: return next(r["text"] for r in map(json.loads, text.splitlines()) if r["id"] == wanted)
    return html.unescape(re.sub("<[^>]+>", "", text)) if file.endswith(".html") else text


def facts():
    for line in (ROOT / "tests/golden/facts.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"): yield line.split("\t")


class FactsTable(unittest.TestCase):
    def test_columns(self):
        self.assertEqual([r for r in facts() if len(r) != COLUMNS.get(r[1])], [])

    def test_words_stand_in_the_report(self):
        lost = [f"{r[0]} {r[1]} {r[2]}: {r[WORDS[r[1]]]}" for r in facts() if r[1] in WORDS and r[WORDS[r[1]]] not in example_text(r[0])]
        self.assertEqual(lost, [])

    def test_every_example_has_facts(self):
        self.assertEqual({p.name for p in (ROOT / "examples").iterdir()}, {r[0].partition("#")[0] for r in facts()})

    def test_keys_are_unique_and_those_referred_to_exist(self):
        keyed = [r for r in facts() if r[1] in ("statement", "event")]
        keys = collections.Counter((r[0], r[2]) for r in keyed)
        self.assertEqual([k for k, n in keys.items() if n > 1], [])
        lost = [f"{r[0]} {r[2]}: {ref}" for r in keyed for ref in re.findall(r"(?:parent|same_as|claimed_by)=(\w+)", r[-1]) if (r[0], ref) not in keys]
        self.assertEqual(lost, [])


if __name__ == "__main__":
    unittest.main()
