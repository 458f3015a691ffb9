#!/usr/bin/env python3
"""Bad input gets a clear message that names the file, the place and the remedy; nothing else is lost, nothing crashes."""
import contextlib, json, os, pathlib, resource, shutil, signal, sqlite3, subprocess, tempfile, time

from harness import BINARY, REPORT, Case, count, jsonl, main, report, run


class BadFiles(Case):
    """Each beside one good report, which is kept."""

    def setUp(self):
        super().setUp()
        self.file("good.txt")

    def test_empty(self):
        self.file("empty.txt", "")
        self.rejected("empty.txt", "DL-1102", kept=1)

    def test_only_white_space(self):
        self.file("blank.txt", " \n\n\t\n")
        self.rejected("blank.txt", "DL-1102", kept=1)

    def test_binary(self):
        self.file("a.bin", bytes(range(256)) * 50)
        self.rejected("a.bin", "DL-1103", kept=1)

    def test_pdf(self):
        self.file("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")
        self.rejected("a.pdf", "DL-1104", "PDF", kept=1)

    def test_pdf_under_another_name(self):
        self.file("a.txt", b"%PDF-1.4\n1 0 obj\n")
        self.rejected("a.txt", "DL-1104", kept=1)

    def test_zip(self):
        self.file("a.docx", b"PK\x03\x04\x14\x00\x06\x00" + b"\x00" * 60)
        self.rejected("a.docx", "DL-1104", kept=1)

    def test_directory_that_cannot_be_read(self):
        locked = self.dir / "in" / "locked"
        locked.mkdir()
        (locked / "b.txt").write_text(REPORT)
        locked.chmod(0)
        self.addCleanup(locked.chmod, 0o700)
        if os.geteuid() == 0: self.skipTest("root may read everything")
        self.rejected("locked", "DL-1101", kept=1)

    def test_directory_that_cannot_be_read_as_another_user(self):
        if os.geteuid() != 0: self.skipTest("only root can become another user")
        locked = self.dir / "in" / "locked"
        locked.mkdir()
        locked.chmod(0)
        self.addCleanup(locked.chmod, 0o700)
        for path in [self.dir, *self.dir.rglob("*")]:
            if path != locked: path.chmod(0o777 if path.is_dir() else 0o666)
        copy = self.dir / "dateline"  # the build folder may be closed to others
        copy.write_bytes(open(BINARY, "rb").read()); copy.chmod(0o755)
        (self.dir / "share").mkdir(); (self.dir / "share").chmod(0o755)
        for path in (pathlib.Path(BINARY).parent / "share").iterdir(): shutil.copy(path, self.dir / "share" / path.name)
        done = subprocess.run([str(copy), "read", str(self.dir / "in"), "--db", str(self.db)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, user=65534)
        err = done.stderr.decode()
        self.assertEqual(done.returncode, 1, err)
        self.assertIn("locked", err); self.assertIn("DL-1101", err)
        self.assertEqual(count(self.db), 1)

    def test_file_that_is_not_there(self):
        code, _, err = self.read(self.dir / "in", self.dir / "nowhere.txt")
        self.assertEqual(code, 1)
        self.assertIn("nowhere.txt", err); self.assertIn("DL-1101", err)
        self.assertEqual(count(self.db), 1)

    def test_jsonl_lines_are_rejected_by_number_and_the_rest_goes_on(self):
        good = json.dumps(report(1))
        lines = [good, "{no json", json.dumps(dict(id="b", title="no text")), json.dumps(dict(report(2), published="yesterday")), json.dumps(report(3))]
        self.file("many.jsonl", "\n".join(lines) + "\n")
        code, _, err = self.read(self.dir / "in")
        self.assertEqual(code, 1)
        for place, code_ in (("many.jsonl:2", "DL-1105"), ("many.jsonl:3", "DL-1106"), ("many.jsonl:4", "DL-1107")):
            self.assertTrue(any(place in line and code_ in line for line in err.split("\n")), f"{place} {code_}\n{err}")
        self.assertEqual(count(self.db), 3)
        self.whole()

    def test_a_damaged_first_line_does_not_make_jsonl_a_text(self):
        self.file("many.jsonl", "id,text\n" + jsonl([report(1), dict(text=5), report(2)]))
        code, _, err = self.read(self.dir / "in")
        for place, word in (("many.jsonl:1", "DL-1105"), ("many.jsonl:3", "must be a string")):
            self.assertTrue(any(place in line and word in line for line in err.split("\n")), err)
        self.assertEqual((code, count(self.db)), (1, 3))

    def test_a_pretty_printed_object_is_one_error_with_its_remedy(self):
        self.file("one.json", json.dumps(report(1), indent=2))
        self.rejected("one.json", "DL-1104", "one object a line", kept=1)


class OddCharacters(Case):
    def text_of(self, path):
        code, out, err = run("pipe", path)
        self.assertEqual(code, 0, err)
        return json.loads(out)

    def test_broken_utf8_is_replaced_with_a_diagnostic(self):
        record = self.text_of(self.file("broken.txt", REPORT.encode() + b"The caf\xc3 and \xff were shut, Otieno said.\n"))
        self.assertIn("caf\ufffd and \ufffd were", record["article"]["text"])
        self.assertIn("utf8.replaced", [d["code"] for d in record["diagnostics"]])

    def test_other_charsets_and_line_ends_give_the_same_records(self):
        text = REPORT.replace("Kisumu.", "Kisumu, \u6771\u4eac.")
        plain = self.text_of(self.file("a.txt", text))
        for name, data in (("utf32", text.encode("utf-32")), ("utf32be", b"\0\0\xfe\xff" + text.encode("utf-32-be")), ("jp", text.encode("iso2022_jp")), ("cr", text.replace("\n", "\r").encode())):
            record = self.text_of(self.file(name + ".txt", data))
            self.assertEqual(record["article"]["text"].replace("\r", "\n"), text, name)
            self.assertEqual(record["article"]["title"], plain["article"]["title"], name)
            self.assertEqual([s["content"]["spans"] for s in record["statements"]], [s["content"]["spans"] for s in plain["statements"]], name)
            self.assertEqual(record["diagnostics"], [], name)

    def test_json_in_a_wide_charset_names_the_remedy(self):
        self.file("a.jsonl", jsonl([report(1)]).encode("utf-32"))
        code, _, err = self.read(self.dir / "in")
        self.assertEqual(code, 1); self.assertIn("iconv -f UTF-32 -t UTF-8", err)

    def test_latin1_page(self):
        page = "<html><head><meta charset='iso-8859-1'><title>Gar\u00e7on</title></head><body><article>" + "<p>The caf\u00e9 in M\u00e1laga was shut on Monday, Mayor Jos\u00e9 Mu\u00f1oz said, and it will stay so.</p>" * 4 + "</article></body></html>"
        self.assertIn("caf\u00e9 in M\u00e1laga", self.text_of(self.file("a.html", page.encode("latin-1")))["article"]["text"])

    def test_windows1252_page(self):
        page = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1252'></head><body><article>" + "<p>\u201cIt\u2019s shut \u2014 for now,\u201d the mayor said on Monday, and nobody in the town was surprised.</p>" * 4 + "</article></body></html>"
        self.assertIn("\u201cIt\u2019s shut \u2014 for now,\u201d", self.text_of(self.file("a.html", page.encode("cp1252")))["article"]["text"])

    def test_a_report_that_is_not_english_is_read_and_named(self):
        french = "Le port de Kisumu ferme\n\nKISUMU, Kenya - " + "Le ministre a déclaré lundi que le port de Kisumu serait fermé jusqu'en mai. " * 6
        record = self.text_of(self.file("a.txt", french))
        self.assertIn("language.other", [d["code"] for d in record["diagnostics"]])
        self.assertIn("Kisumu", [p["name"] for p in record["places"]])
        self.assertEqual(self.text_of(self.file("b.txt", REPORT))["diagnostics"], [])

    def test_bidi_emoji_and_zero_bytes_do_no_harm(self):
        code, out, _ = run("pipe", stdin=json.dumps(dict(text="\u202eevil\u202c \U0001F600 said\u0000 the \u0645\u0635\u0631 minister \u4f60\u597d.")) + "\n")
        self.assertEqual(code, 0)
        self.assertIn("\U0001F600", json.loads(out)["article"]["text"])


class Large(Case):
    LIMIT = 300 << 20  # bytes resident

    def timed(self, *args, stdin_path=None):
        """-> exit code, stdout, stderr, seconds of CPU, peak resident bytes."""
        with open(stdin_path or os.devnull, "rb") as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            p = subprocess.Popen([BINARY, *map(str, args)], stdin=stdin, stdout=out, stderr=err)
            _, status, usage = os.wait4(p.pid, 0)
            p.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0); err.seek(0)
            return p.returncode, out.read(5_000_000).decode(errors="replace"), err.read().decode(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024

    def test_100_megabytes_on_one_line_of_text(self):
        path = self.file("long.txt", b"word " * 20_000_000)
        code, _, err, seconds, peak = self.timed("read", path, "--db", self.db)
        self.assertEqual(code, 1); self.assertIn("long.txt", err); self.assertIn("DL-1201", err)
        self.assertLess(peak, self.LIMIT); self.assertLess(seconds, 30)

    def test_100_megabytes_on_one_line_of_jsonl_beside_a_good_one(self):
        path = self.file("long.jsonl", json.dumps(report(1)).encode() + b'\n{"text":"' + b"word " * 20_000_000 + b'"}\n' + json.dumps(report(2)).encode() + b"\n")
        code, _, err, seconds, peak = self.timed("read", path, "--db", self.db)
        self.assertEqual(code, 1); self.assertIn("long.jsonl:2", err); self.assertIn("DL-1201", err)
        self.assertEqual(count(self.db), 2)
        self.assertLess(peak, self.LIMIT); self.assertLess(seconds, 30)

    def test_100_megabytes_on_one_line_into_pipe(self):
        path = self.file("long.jsonl", b'{"text":"' + b"word " * 20_000_000 + b'"}\n' + json.dumps(report(2)).encode() + b"\n")
        code, out, _, _, peak = self.timed("pipe", stdin_path=path)
        self.assertEqual(code, 0)
        rows = [json.loads(line) for line in out.split("\n") if line]
        self.assertEqual(rows[0]["error"]["code"], "DL-1201"); self.assertIn("statements", rows[1])
        self.assertLess(peak, self.LIMIT)

    def test_text_beyond_the_analysed_million_is_kept(self):
        path = self.file("book.txt", REPORT + "The ferry sailed on. " * 60_000)
        code, out, _, seconds, peak = self.timed("pipe", path)
        record = json.loads(out)
        self.assertEqual(code, 0)
        self.assertGreater(len(record["article"]["text"]), 1_200_000)
        self.assertIn("text.truncated", [d["code"] for d in record["diagnostics"]])
        self.assertLess(peak, 2 * self.LIMIT)

    def test_text_of_any_kind_takes_time_in_proportion(self):
        kinds = {
            "no full stop": "the minister said that the ferry of Kisumu would sail and that ", "one-letter words": "a b c d e f g h ",
            "emoji": "\U0001F600\u200D\U0001F680 ", "Arabic": "قال الوزير يوم الاثنين في عدن إن قانون الموانئ لن يعرض للتصويت قبل مايو المقبل ", "Chinese": "部长星期一在上海说港口法不会五月之前表决反对派对此示满",
            "one word": "a", "brackets": "((((", "open quotation marks": "\u201c", "names": "John Smith of Paris and ", "reports in reports": "he said that ",
            "short paragraphs": "a\n\n", "dates": "on Monday 4 March 2024 "}
        for kind, unit in kinds.items():
            times = []
            for size in (6000, 12000):
                path = self.file("kind.jsonl", jsonl([dict(text=(unit * size)[:size])]))
                code, out, err, seconds, peak = self.timed("pipe", "--jobs", "1", path)
                self.assertEqual(code, 0, err)
                times.append(seconds)
                codes = [d["code"] for d in json.loads(out)["diagnostics"]]
                if kind in ("Arabic", "Chinese"): self.assertIn("language.other", codes)
                if kind == "no full stop": self.assertEqual(codes, ["sentence.split"])
            self.assertLess(times[1], 2.5 * times[0] + .3, kind)

    def test_30_megabytes_of_broken_utf8(self):
        path = self.file("broken.txt", b"The caf\xe9 was \xff shut. " * 1_500_000)
        code, _, err, seconds, peak = self.timed("read", path, "--db", self.db)
        self.assertEqual(code, 0, err)
        self.assertEqual(count(self.db, "diagnostics WHERE code IN ('utf8.replaced', 'source_map.coarse')"), 2)
        self.assertLess(peak, self.LIMIT)
        self.whole()

    def test_100000_nested_divs(self):
        page = b"<html><body><article>" + b"<div>" * 100_000 + b"<p>" + b"The ferry will sail on Monday, Minister Ann Otieno said in Kisumu. " * 20 + b"</p></body></html>"
        code, out, err, seconds, peak = self.timed("pipe", self.file("deep.html", page))
        self.assertEqual(code, 0, err)
        record = json.loads(out)
        self.assertIn("Minister Ann Otieno said in Kisumu", record["article"]["text"])
        self.assertIn("html.depth_capped", [d["code"] for d in record["diagnostics"]])
        self.assertLess(seconds, 10); self.assertLess(peak, self.LIMIT)


class TheStore(Case):
    def test_another_version_is_refused_and_left_as_it_is(self):
        self.file("good.txt"); self.read(self.dir / "in")
        with sqlite3.connect(self.db) as connection: connection.execute("PRAGMA user_version = 99")
        connection.close()
        for command in (["read", self.dir / "in"], ["statements"], ["verify"]):
            code, _, err = run(*command, "--db", self.db)
            self.assertEqual(code, 3, command); self.assertIn("DL-1403", err)

    def test_a_database_of_somebody_else_is_refused(self):
        with sqlite3.connect(self.db) as connection: connection.execute("CREATE TABLE mine (x)")
        connection.close()
        self.file("good.txt")
        code, _, err = self.read(self.dir / "in")
        self.assertEqual(code, 3); self.assertIn("DL-14", err)
        with sqlite3.connect(self.db) as connection: self.assertEqual(connection.execute("SELECT name FROM sqlite_master").fetchall(), [("mine",)])

    def test_no_store(self):
        code, _, err = run("statements", "--db", self.dir / "nothing.db")
        self.assertEqual(code, 3); self.assertIn("DL-1401", err); self.assertIn("nothing.db", err)

    def test_a_second_writer_is_told_so(self):
        slow = self.file("many.jsonl", jsonl(report(i, 600) for i in range(3000)))
        first = subprocess.Popen([BINARY, "read", str(slow), "--db", str(self.db)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                if self.db.exists() and self.db.stat().st_size > 0: break
                time.sleep(.02)
            code, _, err = self.read(self.file("b.txt"))
            self.assertEqual(code, 3, err); self.assertIn("DL-1404", err); self.assertIn("news.db", err)
        finally:
            first.kill(); first.wait()

    def test_a_report_that_ended_a_run_before_is_left_out_and_named(self):
        self.file("good.txt"); self.file("bad.txt", REPORT + "Nobody was hurt.\n"); self.read(self.dir / "in")
        with contextlib.closing(sqlite3.connect(self.db)) as connection:
            [(version, bad)] = connection.execute("SELECT pipeline, id FROM articles WHERE source LIKE '%bad.txt'").fetchall()
        self.db.unlink()
        failed = self.dir / "news.db-failed"
        failed.write_text(f"{version} {bad}\n")  # as a failed check leaves it
        self.rejected("bad.txt", "DL-1110", "news.db-failed", kept=1)
        failed.write_text(f"0.0.1+other {bad}\n")  # another version tries
        self.assertEqual(self.read(self.dir / "in")[0], 0); self.assertEqual(count(self.db), 2)

    def test_ctrl_c_keeps_what_was_done_and_the_next_run_goes_on(self):
        many = self.file("many.jsonl", jsonl(report(i, 600) for i in range(120)))
        first = subprocess.Popen([BINARY, "read", str(many), "--db", str(self.db)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(500):
            time.sleep(.02)
            if self.db.exists() and os.path.exists(str(self.db) + "-wal") and os.path.getsize(str(self.db) + "-wal") > 200_000: break
        first.send_signal(signal.SIGINT)
        _, err = first.communicate(timeout=30)
        self.assertEqual(first.returncode, 130, err); self.assertIn(b"again", err)
        done = count(self.db)
        self.assertGreater(done, 0); self.assertLess(done, 120)
        self.whole()
        code, out, err = self.read(many)
        self.assertEqual(code, 0, err); self.assertEqual(count(self.db), 120)
        self.whole()


class AFullDisk(Case):
    """At any moment: one clear error, a store that is whole, and a second run that completes it."""
    REPORTS = 30

    def setUp(self):
        super().setUp()
        self.many = self.file("many.jsonl", jsonl(report(i, 300) for i in range(self.REPORTS)))

    def told(self, code, err):
        self.assertEqual(code, 3, err)
        self.assertIn("DL-1501", err.strip().split("\n")[-1]); self.assertIn("news.db", err)

    def completes(self, db):
        """There is room again."""
        if db.exists() and db.stat().st_size > 0: self.assertEqual(run("verify", "--db", db)[::2], (0, ""))
        code, _, err = run("read", self.many, "--db", db)
        self.assertEqual(code, 0, err); self.assertEqual(count(db), self.REPORTS)
        self.assertEqual(run("verify", "--db", db)[0], 0)

    def test_a_small_disk_that_runs_full(self):
        disk = self.dir / "disk"
        disk.mkdir()
        mount = lambda *options: subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(disk)], stderr=subprocess.DEVNULL).returncode == 0
        for kilobytes in (4, 64, 140, 300, 2000):  # no table yet, the schema, the log, some reports
            with self.subTest(kilobytes=kilobytes):
                try:
                    if not mount(f"size={kilobytes}k"): self.skipTest("only root may mount; the test of a full quota stands in")
                except FileNotFoundError: self.skipTest("no mount(8)")
                try:
                    self.told(*run("read", self.many, "--db", disk / "news.db")[::2])
                    code, _, err = run("verify", "--db", disk / "news.db")
                    self.assertTrue(code == 0 or "DL-1501" in err or "DL-1401" in err, err)
                    mount("remount", "size=100m")
                    self.completes(disk / "news.db")
                finally: subprocess.run(["umount", str(disk)], check=True)

    def test_a_file_that_may_not_grow(self):
        for size in (0, 20_000, 140_000, 1_000_000):
            with self.subTest(size=size):
                for left in self.dir.glob("news.db*"): left.unlink()
                tight = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
                self.told(*self.read(self.many, preexec_fn=tight)[::2])
                self.completes(self.db)


if __name__ == "__main__":
    main()
