#!/usr/bin/env python3
"""kill -9 of `dateline read` at a hundred random moments: nothing lost, nothing doubled, and the next run goes on."""
import random, subprocess, time

from harness import BINARY, Case, count, jsonl, main, report, run

KILLS, REPORTS = 100, 4000


class Kill(Case):
    def complete(self):
        self.assertEqual(count(self.db), REPORTS)
        self.assertEqual(count(self.db, "(SELECT DISTINCT id FROM articles)"), REPORTS)
        self.whole()

    def test_killed_stores_verify_and_are_completed(self):
        many = self.file("many.jsonl", jsonl(report(i) for i in range(REPORTS)))
        chance, kills, unacknowledged = random.Random(20240304), 0, 0
        while kills < KILLS:
            begin = count(self.db) if self.db.exists() and self.db.stat().st_size else 0
            p = subprocess.Popen([BINARY, "read", str(many), "--db", str(self.db)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(.02 + chance.random() * .12)
            if p.poll() is not None:  # all is read: begin anew
                self.complete()
                for path in self.dir.glob("news.db*"): path.unlink()
                continue
            p.kill(); p.wait()
            kills += 1
            if not self.db.exists(): continue
            code, out, err = run("verify", "--db", self.db)
            self.assertIn(code, (0, 3), out + err)
            if code == 3: self.assertEqual(begin, 0, err); continue  # killed before the store was made
            self.assertGreaterEqual(count(self.db), begin, "a committed article is gone")
        self.assertEqual(self.read(many, timeout=1200)[0], 0)
        self.complete()

        other = self.dir / "other.db"
        self.assertEqual(run("read", many, "--db", other, timeout=1200)[0], 0)
        export = lambda db: run("export", "jsonl", "--db", db)[1]
        self.assertEqual(export(self.db), export(other), "a killed and a never-killed store differ")


if __name__ == "__main__":
    main()
