#!/usr/bin/env python3
"""Does every line of `dateline pipe` keep the record contract, docs/formats/record.schema.json?

The judge is python3-jsonschema, which is not ours.  What a schema cannot say is checked beside it: that spans lie inside the
text and are not empty, and that each reference names a record of the same line.

  record_schema_test.py [--dateline] BINARY      or DATELINE=BINARY record_schema_test.py
"""
import copy, json, os, pathlib, subprocess, sys, unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "docs/formats/record.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
BINARY = os.environ.get("DATELINE", str(ROOT / "build/release/dateline"))
KINDS = dict(statements="s", events="e", actors="a", places="p", times="t", quantities="q", alerts="w", checks="c")
REFERENCES = dict(actor="a", parent="s", claimed_by="s", said_by="s", same_as="e", event="e", place="p", time="t")

SAID = "Talks will go on, Foreign Minister Ann Otieno said on Friday in Nairobi."
# What people and programs really send: each is one line, and each must give one line.
ODD = {
    "an ordinary report": json.dumps(dict(id="1", title="Talks go on", published="2024-03-01", text=SAID)),
    "no id": json.dumps(dict(text=SAID)),
    "a number as id": json.dumps(dict(id=17, text=SAID)),
    "id is null": json.dumps(dict(id=None, text=SAID)),
    "text only in html": json.dumps(dict(id="2", html=f"<html><body><article><p>{SAID}</p></article></body></html>")),
    "date and time": json.dumps(dict(id="3", published="2024-03-01T10:00:00+03:00", text=SAID)),
    "a date that is none": json.dumps(dict(id="4", published="the day before", text=SAID)),
    "31 February": json.dumps(dict(id="5", published="2024-02-31", text=SAID)),
    "empty text": json.dumps(dict(id="6", text="")),
    "only white space": json.dumps(dict(id="7", text=" \n\t\u00a0\n")),
    "no text": json.dumps(dict(id="8", title="A headline")),
    "text is a number": json.dumps(dict(id="9", text=12)),
    "text is a list": json.dumps(dict(id="10", text=[SAID])),
    "an array": json.dumps([SAID]),
    "a bare string": json.dumps(SAID),
    "null": "null",
    "no JSON": "Talks will go on, the minister said.",
    "half a line": '{"id": "11", "text": "Talks will',
    "a lone surrogate": '{"id": "12", "text": "Talks \\ud800 go on, Ann Otieno said."}',
    "an escaped zero": '{"id": "13", "text": "Talks \\u0000 go on, Ann Otieno said."}',
    "control bytes and colours": json.dumps(dict(id="14", text="\u001b[31mTalks go on\u001b[0m\u0007, Ann Otieno said.")),
    "characters beyond 16 bits": json.dumps(dict(id="15", text="\U0001f4e3 “Talks \U0001f91d go on,” Ann Otieno said in Nairobi. \U0001f5de"), ensure_ascii=False),
    "accents written apart": json.dumps(dict(id="16", text="“Seguimos,” dijo Jose\u0301 Pen\u0303a, said Ann Otieno in Bogota\u0301."), ensure_ascii=False),
    "Arabic and Chinese": json.dumps(dict(id="17", text="قال الوزير إن المحادثات مستمرة. 部长说，会谈将继续。"), ensure_ascii=False),
    "a quotation that never closes": json.dumps(dict(id="18", text='"Talks will go on, Ann Otieno said.\n\n"They will, she said. "Yes')),
    "nothing but marks": json.dumps(dict(id="19", text="\"''“”‘’«» -- ... ?!")),
    "one letter": json.dumps(dict(id="20", text="a")),
    "one word without end": json.dumps(dict(id="21", text="a" * 20000)),
    "a sentence without end": json.dumps(dict(id="22", text="he said that " * 3000)),
    "carriage returns": json.dumps(dict(id="23", text="Talks go on\r\n\r\n" + SAID.replace(" ", "\r\n"))),
    "a doubled key": '{"id": "24", "text": "' + SAID + '", "text": "no"}',
    "unknown keys": json.dumps(dict(id="25", text=SAID, tags=[1, {"a": None}], score=1e300)),
    "deep nesting": '{"id": "26", "text": "' + SAID + '", "x": ' + "[" * 5000 + "]" * 5000 + "}",
    "a url with quotes": json.dumps(dict(id="27", url='https://example.org/?q="a b"&\u2028', text=SAID)),
}


def pipe(lines):
    """The output lines for these input lines, and the exit code."""
    done = subprocess.run([BINARY, "pipe"], input="\n".join(lines).encode("utf-8") + b"\n", stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return done.stdout.decode("utf-8").split("\n")[:-1], done.returncode


def problems(line):
    """What is wrong with one line of output, in words; empty if nothing is."""
    try: record = json.loads(line)
    except ValueError as e: return [f"no JSON: {e}: {line[:120]}"]
    found = [f"{'/'.join(map(str, e.absolute_path)) or 'the line'}: {e.message[:200]}" for e in deepest(record)]
    return found or (consistent(record) if "article" in record else [])


def deepest(record):
    """The errors of the branch that the line meant to be: a record or an error line."""
    branch = "error_line" if isinstance(record, dict) and "error" in record else "record"
    return VALIDATOR.evolve(schema={"$ref": f"#/$defs/{branch}", "$defs": SCHEMA["$defs"]}).iter_errors(record)


def consistent(record):
    size, found = len(record["article"]["text"]), []
    known = {}
    for kind, letter in KINDS.items():
        ids = [r["id"] for r in record.get(kind, [])]
        if ids != [f"{letter}{n + 1}" for n in range(len(ids))]: found.append(f"{kind}: ids do not count from {letter}1: {ids[:5]}")
        known[letter] = set(ids)

    def walk(value, path):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in REFERENCES and isinstance(inner, str) and inner not in known[REFERENCES[key]]: found.append(f"{path}/{key}: {inner} names no record")
                if key in ("spans", "mentions", "sentences"): check_spans(inner, f"{path}/{key}")
                else: walk(inner, f"{path}/{key}")
        elif isinstance(value, list):
            for n, inner in enumerate(value): walk(inner, f"{path}/{n}")

    def check_spans(spans, path):
        if not isinstance(spans, list): return
        for begin, end in spans:
            if not begin < end <= size: found.append(f"{path}: [{begin}, {end}) is empty or outside the {size} characters of the text")
        if spans != sorted(spans): found.append(f"{path}: not in text order")

    walk(record, "")
    return found


class RecordSchema(unittest.TestCase):
    def test_examples(self):
        files = sorted((ROOT / "examples").glob("*.jsonl"))
        self.assertTrue(files, "examples/ holds no JSONL")
        for path in files:
            lines = path.read_text("utf-8").rstrip("\n").split("\n")
            out, code = pipe(lines)
            self.assertEqual(len(out), len(lines), f"{path.name}: lines out and lines in")
            self.assertEqual(code, 0, f"{path.name}: exit code")
            for given, line in zip(lines, out):
                with self.subTest(file=path.name, id=json.loads(given)["id"]):
                    self.assertEqual(problems(line), [])
                    self.assertNotIn("error", json.loads(line))

    def test_odd_input_gives_one_line_each(self):
        out, code = pipe(list(ODD.values()))
        self.assertEqual(len(out), len(ODD), "lines out and lines in")
        for name, line in zip(ODD, out):
            with self.subTest(input=name): self.assertEqual(problems(line), [])

    def test_empty_input(self):
        done = subprocess.run([BINARY, "pipe"], input=b"", stdout=subprocess.PIPE, timeout=60)
        self.assertEqual((done.stdout, done.returncode), (b"", 0))

    def test_broken_utf8_gives_one_line(self):
        done = subprocess.run([BINARY, "pipe"], input=b'{"id": "1", "text": "Talks \xff\xfe go on, Ann Otieno said."}\n', stdout=subprocess.PIPE, timeout=60)
        lines = done.stdout.decode("utf-8").split("\n")[:-1]
        self.assertEqual(len(lines), 1)
        self.assertEqual(problems(lines[0]), [])


class TheSchemaIsStrict(unittest.TestCase):
    """A schema that lets everything pass would make the tests above worthless."""
    GOOD = dict(schema="dateline/1", article=dict(id="0123456789abcdef", source="a.jsonl:1", url=None, publisher=None, title=None, published="2024-03-01", language="en", text=SAID, credits=[]),
                sentences=[[0, 72]], events=[], times=[], diagnostics=[],
                statements=[dict(id="s1", source=dict(spans=[[18, 44]], actor="a1"), cue=dict(spans=[[45, 49]], lemma="say"), content=dict(spans=[[0, 16]]), form="indirect", stance="announce", confidence=.9, why="verb 'said'")],
                actors=[dict(id="a1", name="Ann Otieno", type="person", code="KEN GOV", mentions=[[34, 44]])],
                places=[dict(id="p1", spans=[[63, 70]], name="Nairobi", kind="city", confidence=.9)])

    def test_a_sound_record_passes(self): self.assertEqual(problems(json.dumps(self.GOOD)), [])

    def test_a_sound_error_passes(self):
        self.assertEqual(problems(json.dumps(dict(id="7", error=dict(code="DL-1106", message="the JSON object has no text", where="-:7")))), [])

    def test_faults_are_found(self):
        faults = {
            "a key of no contract": lambda r: r.update(mood="good"),
            "another version": lambda r: r.update(schema="dateline/2"),
            "a stance that is none": lambda r: r["statements"][0].update(stance="angry"),
            "content without evidence": lambda r: r["statements"][0]["content"].update(spans=[]),
            "a span of three numbers": lambda r: r["sentences"].append([1, 2, 3]),
            "a span of fractions": lambda r: r["sentences"].append([1.5, 2]),
            "an id of another kind": lambda r: r["statements"][0].update(id="e1"),
            "a span outside the text": lambda r: r["places"][0].update(spans=[[60, 700]]),
            "an empty span": lambda r: r["places"][0].update(spans=[[60, 60]]),
            "an actor that is not there": lambda r: r["statements"][0]["source"].update(actor="a9"),
            "a confidence above one": lambda r: r["places"][0].update(confidence=1.2),
            "a mode of another type": lambda r: r["events"].append(dict(id="e1", type="AGREE", mode="drone", quad=1, intensity=2.5, trigger=dict(spans=[[0, 5]]), actors=[], recipients=[], status="actual", confidence=.5, why="'talks'")),
            "a date in words": lambda r: r["article"].update(published="1 March 2024"),
        }
        for name, damage in faults.items():
            with self.subTest(fault=name):
                record = copy.deepcopy(self.GOOD)
                damage(record)
                self.assertTrue(problems(json.dumps(record)), "passes")


if __name__ == "__main__":
    given = [a for a in sys.argv[1:] if not a.startswith("-")]
    if given and pathlib.Path(given[-1]).exists(): BINARY = given[-1]; sys.argv = [a for a in sys.argv if a not in ("--dateline", BINARY)]
    unittest.main()
