"""What the system tests share: running the binary, a folder that is gone afterwards, a report to read."""
import contextlib, json, os, pathlib, shutil, sqlite3, subprocess, sys, tempfile, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = str(pathlib.Path(sys.argv.pop(1)).resolve()) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else str(ROOT / "build/release/dateline")

REPORT = """Ferry talks resume in Kisumu

KISUMU, Kenya, March 4, 2024 (Wire) - Kenya and Uganda resumed talks on Monday about a ferry line, Transport Minister Ann Otieno said.

"We are close to an agreement," Otieno told reporters in Kisumu.

Uganda's foreign ministry denied that the talks had been broken off last week.
"""


def run(*args, stdin=None, env=None, **more):
    """-> exit code, standard output, standard error (text)."""
    data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    done = subprocess.run([BINARY, *map(str, args)], input=data if data is not None else b"", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, **(env or {})}, timeout=more.pop("timeout", 120), **more)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")


def count(db, table="articles"):
    with contextlib.closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection: return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.dir = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.dir, ignore_errors=True)
        self.db = self.dir / "news.db"

    def file(self, name, content=REPORT):
        path = self.dir / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def read(self, *args, **k): return run("read", *args, "--db", self.db, **k)
    def whole(self): self.assertEqual(run("verify", "--db", self.db)[0], 0)

    def rejected(self, path, *words, kept=0):
        """The input is refused in one line that names it and says why; exit code 1; what else was there is kept."""
        code, _, err = self.read(self.dir / "in")
        self.assertEqual(code, 1, err)
        lines = [line for line in err.split("\n") if path in line]
        self.assertEqual(len(lines), 1, err)
        for word in words: self.assertIn(word, lines[0])
        self.assertEqual(count(self.db), kept)
        self.whole()


def main(): unittest.main()  # further words name tests


def report(i, words=60):
    """The i-th of many different reports, as an object for JSON Lines."""
    towns = "Kisumu Mombasa Gulu Arusha Lilongwe Beira Goma Kigali Juba Hargeisa".split()
    verbs = "said denied warned announced claimed".split()
    body = " ".join(f"Minister Otieno number {i * 1000 + k} {verbs[(i + k) % 5]} on Monday that the ferry from {towns[(i + k) % 10]} would sail." for k in range(words // 15))
    return dict(id=f"r{i}", title=f"Ferry report {i}", published="2024-03-04", url=f"https://example.org/{i}", text=f"Ferry report {i}\n\n{body}\n")


def jsonl(rows): return "".join(json.dumps(row) + "\n" for row in rows)
