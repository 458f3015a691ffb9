#!/usr/bin/env python3
"""Does the house keep its own rules?  Include order, sizes, banned headers, adapters, paths.  Under a second.

A folder includes lower layers only, never its neighbours of the same layer; inside extract/ a kind of record may use
those that are read before it.  Prints each offending edge.
"""
import pathlib, re, statistics, subprocess, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAYER = {"base": 0, "text": 1, "document": 2, "record": 2, "ontology": 2, "gazetteer": 2, "model": 2, "ingest": 3, "annotate": 3,
         "extract": 4, "store": 4, "pipeline": 5, "view": 5, "cli": 7}
EXTRACT = {"times": 0, "places": 0, "actors": 1, "statements": 2, "events": 3}
PUBLIC = {"engine.h": "pipeline"}  # a public header that stands for a folder; the others are types that all may use
# third-party header -> the one place that may include it
ADAPTER = {r"unicode/": "src/text/unicode.cc", r"sodium": "src/base/hash.cc", r"xxhash": "src/base/checksum.cc", r"simdjson": "src/ingest/", r"lexbor/": "src/ingest/",
           r"uchardet|iconv": "src/ingest/charset.cc", r"sqlite3": "src/store/sqlite",
           r"rapidjson/": "src/view/json.cc", r"CLI/": "src/cli/main.cc", r"fmt/": "src/view/format.h"}
BANNED = {"regex": "std::regex overflows the stack on long input: use RE2", "iostream": "streams belong to the command line: use stdio there"}


def tracked(*suffixes):
    names = subprocess.run(["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard"], stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
    return [ROOT / n for n in names if n.endswith(suffixes) and (ROOT / n).is_file()]


def sources(tests=True):
    return [p for p in tracked(".h", ".cc") if p.is_relative_to(ROOT / "src") and (tests or not p.name.endswith("_test.cc"))]


def name(path): return path.relative_to(ROOT).as_posix()


class Structure(unittest.TestCase):
    def report(self, problems): self.assertFalse(problems, "\n" + "\n".join(problems))

    def test_include_order(self):
        problems = []
        for path in sources(tests=False):
            folder, *more = path.relative_to(ROOT / "src").parts
            for target in re.findall(r'^#include "([^"]+)"', path.read_text("utf-8"), re.M):
                if target.startswith("dateline/"): other, sub = PUBLIC.get(target[9:]), None
                else: other, sub = target.split("/")[0], target.split("/")[1]
                if other is None or other == folder and folder != "extract": continue
                if other not in LAYER: problems.append(f"{name(path)}: {target} is in no known folder"); continue
                below = LAYER[other] < LAYER[folder]
                if other == folder == "extract": below = sub == more[0] or EXTRACT[sub] < EXTRACT[more[0]]
                if not below: problems.append(f"{name(path)} includes {target}: {folder} (layer {LAYER[folder]}) may not look into {other}{'/' + sub if sub and other == folder else ''}")
        self.report(problems)

    def test_every_folder_is_known(self):
        self.report([f"src/{p.name} has no layer in this test" for p in (ROOT / "src").iterdir() if p.is_dir() and p.name not in LAYER])

    def test_third_party_headers_stay_in_their_adapter(self):
        problems = []
        for path in sources():
            for header in re.findall(r"^#include <([^>]+)>", path.read_text("utf-8"), re.M):
                for pattern, home in ADAPTER.items():
                    if re.match(pattern, header) and not name(path).startswith(home): problems.append(f"{name(path)} includes <{header}>, which belongs to {home}")
        self.report(problems)

    def test_one_file_an_adapter(self):
        users = {}
        for path in sources():
            for header in re.findall(r"^#include <([^>]+)>", path.read_text("utf-8"), re.M):
                for pattern in ADAPTER:
                    if re.match(pattern, header): users.setdefault(pattern, set()).add(re.sub(r"\.(h|cc)$", "", name(path)))
        self.report([f"<{pattern}...> is included by {', '.join(sorted(files))}: one adapter is enough" for pattern, files in users.items() if len(files) > 1])

    def test_banned(self):
        problems = []
        for path in sources():
            text = path.read_text("utf-8")
            for header, why in BANNED.items():
                if f"#include <{header}>" in text: problems.append(f"{name(path)}: <{header}>: {why}")
            if re.search(r"\bthrow\b[^;]*;", re.sub(r"//.*", "", text)): problems.append(f"{name(path)}: throws; return an Error")
            if path.suffix == ".h" and re.search(r"^\s*using namespace", text, re.M): problems.append(f"{name(path)}: using namespace in a header")
            if re.search(r"\b(TODO|FIXME|XXX)\b", text): problems.append(f"{name(path)}: something left undone")
        self.report(problems)

    def test_headers_open_with_their_question(self):
        self.report([f"{name(p)}: no opening comment" for p in tracked(".h") if not p.read_text("utf-8").startswith("//")])

    def test_sizes(self):
        lines = {name(p): p.read_text("utf-8").count("\n") for p in sources(tests=False)}
        self.report([f"{n}: {k} lines, more than 600" for n, k in lines.items() if k > 600])
        ordered = sorted(lines.values())
        self.assertLessEqual(statistics.median(ordered), 150)
        self.assertLessEqual(ordered[int(.9 * (len(ordered) - 1))], 400)

    def test_at_most_eight_public_headers(self):
        self.assertLessEqual(len(list((ROOT / "include/dateline").glob("*.h"))), 8)

    def test_no_path_of_a_machine(self):
        problems = []
        for path in tracked(".h", ".cc", ".py", ".sh", ".md", ".cmake", ".txt", ".json", ".inc", "dev", "run"):
            if "examples" in path.parts or path.name == "structure_test.py": continue
            for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1):
                if re.search(r"(?<![\w.<])/(work|tmp|root|home)/", line): problems.append(f"{name(path)}:{number}: {line.strip()[:100]}")
        self.report(problems)

    def test_every_table_states_its_licence(self):
        problems = []
        for path in tracked(".tsv", ".txt"):
            if not path.is_relative_to(ROOT / "data"): continue
            head = "\n".join(line for line in path.read_text("utf-8").split("\n")[:12] if line.startswith("#"))
            if not re.search(r"licen[cs]e|Apache|MIT|CC BY|CC0|public domain", head, re.I): problems.append(f"{name(path)}: no licence line in its head")
        self.report(problems)


if __name__ == "__main__":
    unittest.main()
