#!/usr/bin/env python3
"""Do the documents say what is true of the repository?  Errors, links, paths and facts.  Under a second."""
import collections, html, json, pathlib, re, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def example_text(name):
    """The text of a row's report in tests/golden/facts.tsv: examples/NAME, or one line of it by "#id"."""
    file, _, wanted = name.partition("#")
    text = (ROOT / "examples" / file).read_text("utf-8")
    if wanted: return next(r["text"] for r in map(json.loads, text.splitlines()) if r["id"] == wanted)
    return html.unescape(re.sub("<[^>]+>", "", text)) if file.endswith(".html") else text


def facts():
    for line in (ROOT / "tests/golden/facts.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"): yield line.split("\t")


class Docs(unittest.TestCase):
    def test_every_error_is_explained_in_its_own_words(self):
        declared = re.findall(r'^DL_ERROR\(\w+, (\d+), "([^"]+)"\)', (ROOT / "include/dateline/error_codes.inc").read_text("utf-8"), re.M)
        explained = re.findall(r"^\| DL-(\d+) \| ([^|]+?) \| ([^|]+?) \|$", (ROOT / "docs/errors.md").read_text("utf-8"), re.M)
        self.assertTrue(declared)
        self.assertEqual([(n, s) for n, s, _ in explained], declared)
        self.assertEqual([n for n, _, remedy in explained if len(remedy) < 10], [], "errors without a remedy")

    def test_links_lead_somewhere(self):
        broken = [f"{p.relative_to(ROOT)}: {link}" for p in PAGES for link in re.findall(r"\]\(([^)#:]+)\)", p.read_text("utf-8")) if not (p.parent / link).exists()]
        self.assertEqual(broken, [])

    def test_named_paths_exist(self):
        """`src/ingest/plain.cc`, `data/*.tsv`: a path in code marks that begins with a folder of ours."""
        broken = []
        for page in PAGES:
            for path in re.findall(r"`((?:src|include|data|docs|tests|examples|scripts|cmake)/[\w./*-]+)`", page.read_text("utf-8")):
                if not any(ROOT.glob(path.rstrip("/"))): broken.append(f"{page.relative_to(ROOT)}: {path}")
        self.assertEqual(broken, [])

    def test_facts_name_words_of_their_report(self):
        words = dict(statement=lambda r: [r[5]], event=lambda r: [r[5]], place=lambda r: [r[2]], time=lambda r: [r[2]])
        words["not-place"] = lambda r: [r[2]]
        lost = [f"{r[0]} {r[1]} {r[2]}: {w}" for r in facts() if r[1] in words for w in words[r[1]](r) if w not in example_text(r[0])]
        self.assertEqual(lost, [])

    def test_every_example_has_facts(self):
        named = {r[0].partition("#")[0] for r in facts()}
        self.assertEqual({p.name for p in (ROOT / "examples").iterdir()}, named)

    def test_fact_keys_are_unique_and_referred_to(self):
        keys = collections.Counter((r[0], r[2]) for r in facts() if r[1] in ("statement", "event"))
        self.assertEqual([k for k, n in keys.items() if n > 1], [])
        lost = [f"{r[0]} {r[2]}: {ref}" for r in facts() if r[1] in ("statement", "event") for ref in re.findall(r"(?:parent|same_as|claimed_by)=(\w+)", r[-1]) if (r[0], ref) not in keys]
        self.assertEqual(lost, [])


if __name__ == "__main__":
    unittest.main()
