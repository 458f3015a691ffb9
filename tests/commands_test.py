#!/usr/bin/env python3
"""Every command does what its help says, for people and for pipes."""
import contextlib, csv, io, json, os, pathlib, select, shutil, sqlite3, subprocess

from harness import BINARY, REPORT, Case, count, jsonl, main, report, run

COMMANDS = "read show statements events places articles export verify pipe annotate extract".split()


class Commands(Case):
    def setUp(self):
        super().setUp()
        self.file("ferry.txt"); self.file("two.jsonl", jsonl([report(1), report(2)]))
        self.assertEqual(self.read(self.dir / "in")[0], 0)

    def rows(self, *args): return json.loads(run(*args, "--json", "--db", self.db)[1])

    def test_reading_twice_adds_nothing(self):
        before = run("export", "jsonl", "--db", self.db)[1]
        code, out, err = self.read(self.dir / "in")
        self.assertEqual(code, 0); self.assertEqual(count(self.db), 3)
        self.assertEqual(run("export", "jsonl", "--db", self.db)[1], before)
        self.whole()

    def test_pipe_and_store_agree(self):
        piped = sorted(run("pipe", self.dir / "in")[1].split("\n"))
        stored = sorted(run("export", "jsonl", "--db", self.db)[1].split("\n"))
        self.assertEqual(piped, stored)

    def test_the_number_of_jobs_changes_nothing_that_is_said(self):
        lines = [json.dumps(report(i % 13, words=15 + i % 5 * 60)) for i in range(40)]; lines[7] = "no json"; lines[20] = "{}"
        many = self.file("many.jsonl", "\n".join(lines) + "\n")
        one, three = ([run("pipe", "--jobs", n, many), run("read", many, "--jobs", n, "--db", self.dir / f"{n}.db")] for n in (1, 3))
        self.assertEqual(one, three)
        self.assertEqual(*(run("export", "jsonl", "--db", self.dir / f"{n}.db")[1] for n in (1, 3)))
        for n in ("0", "257", "two"):
            code, _, err = run("pipe", "--jobs", n, many)
            self.assertEqual(code, 2); self.assertIn("--jobs", err)

    def test_odd_marks_before_a_cue_are_survived(self):
        lines = [json.dumps({"id": str(i), "text": text}) for i, text in enumerate(('" she', "* * * he said.", "(...) he said."))]
        code, out, err = run("pipe", stdin="\n".join(lines) + "\n")
        self.assertEqual(code, 0, err); self.assertEqual(out.count("\n"), 3)

    def test_a_model_that_is_none_is_a_usage_error(self):
        code, _, err = run("pipe", "--model", "fats", stdin="")
        self.assertEqual(code, 2); self.assertIn("fast", err)

    def test_the_fast_model_answers_and_is_told_from_core(self):
        text = json.dumps(report(1)) + "\n"
        code, out, err = run("pipe", "--model", "fast", stdin=text)
        self.assertEqual(code, 0, err); self.assertIn('"statements"', out)
        file = self.file("one.jsonl", text)
        for model in ("fast", "core"):
            code, _, err = run("read", file, "--db", self.db, "--model", model)
            self.assertEqual(code, 0, err); self.assertIn("1 reports added", err)

    def test_twins_are_counted_once_however_many_are_read_at_once(self):
        many = self.file("twins.jsonl", (json.dumps(report(1)) + "\n") * 20)
        said = [run("read", many, "--jobs", n, "--db", self.dir / f"{n}.db")[2] for n in (1, 4)]
        self.assertEqual(*said); self.assertIn("1 reports added, 19 known already", said[0])

    def test_a_closed_standard_input_is_no_report(self):
        done = subprocess.run(["sh", "-c", f"'{BINARY}' read - --db '{self.db}' <&-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertNotIn(b"1 reports added", done.stderr)

    def test_pipe_keeps_the_order_one_line_a_line_and_ends_well(self):
        lines = [json.dumps(report(i)) for i in range(5)]; lines[2] = "no json"
        code, out, _ = run("pipe", stdin="\n".join(lines) + "\n")
        rows = [json.loads(line) for line in out.split("\n") if line]
        self.assertEqual(code, 0)
        self.assertEqual([r.get("id") or r["article"]["given_id"] if "error" not in r else "error" for r in rows], ["r0", "r1", "error", "r3", "r4"])

    def test_annotate_keeps_the_words_of_a_treebank(self):
        words = "Kenya plans to reopen the border , Ann Otieno said on Friday .".split()
        text = "# sent_id = a\n" + "".join(f"{i}\t{w}" + "\t_" * 8 + "\n" for i, w in enumerate(words, 1)) + "\n"
        code, out, _ = run("annotate", "--conllu", stdin=text * 70)   # more than one batch
        sentences = out.strip().split("\n\n"); rows = [l.split("\t") for l in sentences[0].split("\n")[1:]]
        self.assertEqual((code, len(sentences)), (0, 70)); self.assertTrue(sentences[69].startswith("# sent_id = a\n"))
        self.assertEqual([r[1] for r in rows], words); self.assertTrue(all(len(r) == 10 for r in rows))
        self.assertEqual([r[6] for r in rows].count("0"), 1); self.assertEqual(rows[1][2], "plan"); self.assertIn("Name=B-PER", rows[7][9])

    def test_annotate_names_a_bad_line(self):
        code, out, err = run("annotate", "--conllu", stdin="1\tKenya\n")
        self.assertEqual((code, out), (3, "")); self.assertIn("line 1", err); self.assertIn("DL-1109", err)

    def test_annotate_names_and_layers_point_into_the_text(self):
        layers = json.loads(run("annotate", "--layers", self.dir / "in" / "ferry.txt")[1])
        spoken = lambda span: layers["text"][span[0]:span[1]]
        names = [json.loads(l) for l in run("annotate", "--names", self.dir / "in" / "ferry.txt")[1].split("\n") if l]
        self.assertTrue(names)
        for name in names: self.assertEqual(spoken(name["span"]), name["words"])
        for sentence in layers["sentences"]:
            self.assertEqual(sum(layers["tokens"][i]["head"] == i for i in range(*sentence)), 1)
        self.assertEqual(run("annotate", "--names", "--layers", self.dir / "in")[0], 2)

    def test_show_layers_draws_each_sentence(self):
        article = self.rows("articles")[0]
        code, out, _ = run("show", article["article"], "--layers", "--db", self.db)
        self.assertEqual(code, 0); self.assertIn(" root\n", out); self.assertRegex(out, "[├└]─ ")

    def test_fields_that_are_not_read_are_named_once(self):
        lines = jsonl(dict(report(i), date="2024-03-04") for i in range(3))
        for args, stdin in ((["pipe"], lines), (["extract"], lines), (["read", self.file("many.jsonl", lines), "--db", self.dir / "n.db"], None)):
            code, _, err = run(*args, stdin=stdin)
            notes = [line for line in err.split("\n") if line.startswith("note: ")]
            self.assertEqual((code, len(notes)), (0, 1), err)
            for word in ('"date"', ":1)", "published"): self.assertIn(word, notes[0])

    def test_pipe_of_a_text_says_what_to_run_instead(self):
        for text in (REPORT, "<html><p>The ferry sails.</p>"):
            code, out, err = run("pipe", stdin=text)
            self.assertEqual(code, 0); self.assertIn("DL-1105", out)
            self.assertEqual(err.count("note: "), 1); self.assertIn("path of its file", err)

    def test_a_name_of_two_reports_lists_both(self):
        rows = [dict(report(i), url="https://example.org/same", title=f"Version {i}") for i in (5, 6)]
        self.file("same.jsonl", jsonl(rows)); self.read(self.dir / "in")
        for args in (["show"], ["statements", "--article"]):
            code, _, err = run(*args, "https://example.org/same", "--db", self.db)
            self.assertEqual(code, 3)
            ids = [r["article"] for r in self.rows("articles") if r["title"].startswith("Version")]
            for word in ("DL-1408", "Version 5", "Version 6", *ids): self.assertIn(word, err)

    def test_a_day_that_no_calendar_has_is_refused(self):
        for option in ("--since", "--until"):
            code, _, err = run("events", option, "2024-02-30", "--db", self.db)
            self.assertEqual(code, 2)
            for word in (option, "2024-02-30", "2024-05-03"): self.assertIn(word, err)

    def test_pipe_of_nothing_is_nothing(self): self.assertEqual(run("pipe", stdin=""), (0, "", ""))

    def test_the_same_input_gives_the_same_bytes(self):
        data = jsonl(report(i) for i in range(20))
        self.assertEqual(run("pipe", stdin=data)[1], run("pipe", stdin=data)[1])

    def test_filters_of_statements(self):
        everything = self.rows("statements")
        self.assertTrue(any("agreement" in r["content"] for r in everything))
        denied = self.rows("statements", "--stance", "deny")
        self.assertTrue(denied and all(r["stance"] == "deny" for r in denied))
        otieno = self.rows("statements", "--speaker", "otieno")
        self.assertTrue(otieno and all("Otieno" in (r["speaker"] or r["source_words"]) for r in otieno))
        self.assertEqual(self.rows("statements", "--since", "2025"), [])
        self.assertEqual(len(self.rows("statements", "--until", "2024-03")), len(everything))
        self.assertEqual(len(self.rows("statements", "--limit", "1")), 1)
        found = self.rows("statements", "--text", "agreement")
        self.assertTrue(found and all("agreement" in r["content"] for r in found))

    def test_filters_do_not_mind_case_and_name_what_there_is(self):
        event = self.rows("events")[0]
        for args in (["events", "--status", event["status"].title()], ["events", "--type", event["type"].lower()], ["places", "--type", "City"], ["places", "--country", "kenya"], ["places", "--country", "ke"]):
            self.assertTrue(self.rows(*args), args)
            self.assertEqual(self.rows(*args), self.rows(*args[:-1], args[-1].upper()), args)
        for args, words in ((["events", "--status", "true"], "hypothetical"), (["events", "--type", "war"], "ASSAULT"), (["statements", "--stance", "say"], "no-comment"), (["places", "--country", "Narnia"], "KEN")):
            code, _, err = run(*args, "--db", self.db)
            self.assertEqual(code, 2); self.assertIn(args[1], err); self.assertIn(args[2], err); self.assertIn(words, err)

    def test_rows_of_a_damaged_report_come_with_a_warning(self):
        damaged = [r for r in self.rows("articles") if r["title"].startswith("Ferry talks")][0]["article"]
        with contextlib.closing(sqlite3.connect(self.db)) as connection, connection:
            connection.execute("UPDATE places SET lat = 70 WHERE article = (SELECT key FROM articles WHERE id = ?)", [damaged])
        for command in ("places", "events", "articles"):
            code, out, err = run(command, "--json", "--db", self.db)
            self.assertEqual(code, 1, err); self.assertIn(damaged, out)
            self.assertEqual(len(err.strip().split("\n")), 1, err)
            for word in (damaged, "DL-1402", "dateline verify"): self.assertIn(word, err)
        for args in (["export", "csv", "--what", "places"], ["export", "jsonl"], ["export", "geojson"]):
            code, out, err = run(*args, "--db", self.db)
            self.assertEqual(code, 1); self.assertNotIn(damaged, out); self.assertIn(damaged, err)
        code, out, err = run("show", damaged, "--db", self.db)
        self.assertEqual((code, out), (3, "")); self.assertIn("DL-1402", err)
        whole = [r["article"] for r in self.rows("articles") if r["article"] != damaged]
        self.assertEqual(run("places", "--article", whole[0], "--db", self.db)[::2], (0, ""))

    def test_places_have_coordinates(self):
        kisumu = [r for r in self.rows("places", "--country", "KEN") if r["place"] == "Kisumu"]
        self.assertTrue(kisumu); self.assertAlmostEqual(kisumu[0]["latitude"], -.1, delta=.3)

    def test_csv_is_read_back_by_a_library(self):
        rows = list(csv.DictReader(io.StringIO(run("statements", "--csv", "--db", self.db)[1], newline="")))
        self.assertEqual([r["content"] for r in rows], [r["content"] for r in self.rows("statements")])

    def test_a_table_fits_and_says_where_it_was_cut(self):
        code, out, err = run("statements", "--limit", "2", "--db", self.db)
        self.assertEqual(code, 0); self.assertEqual(len(out.strip().split("\n")), 3)
        self.assertIn("--limit", err)
        self.assertTrue(all(len(line) <= 160 for line in out.split("\n")), out)

    def test_show_tells_the_records_and_why(self):
        article = [r for r in self.rows("articles") if r["title"].startswith("Ferry talks")][0]["article"]
        plain, why = (run("show", article[:8], *more, "--db", self.db)[1] for more in ([], ["--why"]))
        self.assertIn("We are close to an agreement", plain); self.assertNotIn("why (", plain); self.assertNotIn("\x1b", plain)
        self.assertIn("why (", why)

    def test_export_geojson_is_a_feature_collection(self):
        collection = json.loads(run("export", "geojson", "--db", self.db)[1])
        self.assertEqual(collection["type"], "FeatureCollection")
        for feature in collection["features"]:
            self.assertEqual(feature["type"], "Feature"); self.assertIn("evidence", feature["properties"])
            if feature["geometry"]: self.assertEqual(len(feature["geometry"]["coordinates"]), 2)

    def test_events_have_the_codes_of_the_field_in_every_shape(self):
        self.file("gulf.txt", "Shelling kills four in Gulu\n\nGULU, Uganda, March 4, 2024 (Wire) - Rebels shelled the town of Gulu on Monday, killing four people, the army said.\n")
        self.read(self.dir / "in")
        event = [r for r in self.rows("events") if r["type"] == "ASSAULT"][0]
        self.assertEqual((event["quad"], event["cameo"][:2], event["dead"]), (4, "19", 4))
        self.assertLess(event["intensity"], -5); self.assertIn("admin1", event)
        feature = [f["properties"] for f in json.loads(run("export", "geojson", "--db", self.db)[1])["features"] if f["properties"]["type"] == "ASSAULT"][0]
        for key in ("quad", "intensity", "cameo", "dead", "injured", "arrested", "admin1"): self.assertEqual(feature[key], event[key], key)

    def test_export_csv_of_an_empty_store_has_its_header(self):
        (self.dir / "none").mkdir(); db = self.dir / "empty.db"
        self.assertEqual(run("read", self.dir / "none", "--db", db)[0], 0)
        self.assertIn("speaker", run("export", "csv", "--db", db)[1])

    def test_a_full_disk_behind_standard_output_is_an_error(self):
        for args in (["statements", "--json"], ["verify"], ["export", "csv"], ["articles"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([BINARY, *args, "--db", str(self.db)], stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 3, args); self.assertIn(b"DL-1502", done.stderr)

    def test_a_reader_that_has_seen_enough_is_no_error(self):
        self.file("many.jsonl", jsonl(report(i, 300) for i in range(10, 40))); self.read(self.dir / "in")
        for args in (["export", "jsonl"], ["export", "geojson"], ["places", "--limit", "100000", "--json"]):
            p = subprocess.Popen([BINARY, *args, "--db", str(self.db)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            p.stdout.read(10); p.stdout.close()
            self.assertEqual(p.stderr.read(), b"", args); p.stderr.close(); p.wait()

    def test_a_limit_beyond_all_numbers_is_all(self):
        self.assertEqual(len(self.rows("articles", "--limit", "9" * 40)), 3)

    def test_odd_names_of_files_come_out_as_text_on_one_line(self):
        odd = os.fsencode(self.dir / "in") + b"/\xff\n\x1b[31m"
        for name, content in ((b".txt", REPORT + "Odd.\n"), (b".bin", "\0" * 9)):
            with open(odd + name, "w") as file: file.write(content)
        db = self.dir / "odd.db"
        code, _, err = run("read", self.dir / "in", "--db", db)
        self.assertEqual((code, err.count("\n")), (1, 2)); self.assertIn("\ufffd\\x0a\\x1b[31m.bin", err)
        self.assertTrue(any("\ufffd" in r["source"] for r in json.loads(run("articles", "--json", "--db", db)[1])))

    def test_a_store_inside_the_folder_that_is_read_is_no_report(self):
        for _ in range(2):
            code, _, err = run("read", ".", cwd=self.dir / "in")
            self.assertEqual(code, 0, err)
        self.assertEqual(count(self.dir / "in" / "news.db"), 3)

    def test_pipe_answers_each_line_at_once(self):
        pipe = subprocess.Popen([BINARY, "pipe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(pipe.communicate)
        pipe.stdin.write((json.dumps(report(1)) + "\n").encode()); pipe.stdin.flush()
        self.assertTrue(select.select([pipe.stdout], [], [], 20)[0], "no answer before the end of the input")

    def test_export_csv_of_all_kinds(self):
        for what in ("statements", "events", "places", "articles"):
            code, out, _ = run("export", "csv", "--what", what, "--db", self.db)
            rows = list(csv.DictReader(io.StringIO(out, newline="")))
            self.assertEqual(code, 0); self.assertEqual(len(rows), len(self.rows(what)), what)

    def test_extract_gives_the_text_of_a_page(self):
        page = "<html><head><meta property='og:title' content='Ferry'></head><body><nav><a href='/'>Home</a></nav><article>" + "<p>The ferry will sail on Monday, Minister Ann Otieno said in Kisumu on Friday.</p>" * 3 + "</article></body></html>"
        code, out, _ = run("extract", stdin=json.dumps(dict(id="p", html=page)) + "\n")
        article = json.loads(out)["article"]
        self.assertEqual((code, article["title"], article["text"].split("\n")[0]), (0, "Ferry", "The ferry will sail on Monday, Minister Ann Otieno said in Kisumu on Friday."))

    def test_controls_in_a_report_do_not_reach_the_terminal(self):
        db = self.dir / "evil.db"
        run("read", self.file("evil.txt", REPORT.replace("Ann Otieno", "Ann \x1b[31mOtieno\x07").replace("agreement", "\u202eagreement\u202c")), "--db", db)
        article = json.loads(run("articles", "--json", "--db", db)[1])[0]["article"]
        shown = run("show", article, "--db", db)[1] + run("statements", "--db", db)[1]
        for raw in "\x1b\u202e\u202c": self.assertNotIn(raw, shown)
        self.assertIn("\\u202eagreement", shown)
        self.assertIn("\u202eagreement", json.loads(run("export", "jsonl", "--db", db)[1])["article"]["text"])


class TheCommandLine(Case):
    def test_help_of_every_command(self):
        for command in COMMANDS:
            code, out, _ = run(command, "--help")
            self.assertEqual(code, 0); self.assertGreater(len(out), 200, command)
        self.assertIn("read", run("--help")[1]); self.assertRegex(run("--version")[1], r"^dateline \d+\.\d+\.\d+\n$")

    def test_wrong_usage_is_2_and_explained(self):
        for args in (["red"], [], ["statements", "--limit", "many"], ["read"], ["export", "docx"], ["export", "csv", "--what", "rumours"], ["statements", "--stance", "shouting"],
                     ["statements", "--json", "--csv"], ["pipe", "--schema", "xml"]):
            if args[:1] == ["statements"] and "--stance" in args: self.file("a.txt"); self.read(self.dir / "in"); args = args + ["--db", self.db]
            code, out, err = run(*args, cwd=self.dir)
            self.assertEqual(code, 2, f"{args}\n{out}{err}"); self.assertTrue(out or err)

    def test_an_option_that_would_do_nothing_is_refused(self):
        for args in (["statements", "--spreadsheet-safe"], ["events", "--json", "--spreadsheet-safe"], ["export", "jsonl", "--what", "events"],
                     ["export", "geojson", "--spreadsheet-safe"], ["show", "3f2a", "--model", "fast"], ["show", "3f2a", "--layers", "--why"],
                     ["annotate", "--conllu", "--names"], ["annotate", "--schema", "ours"], ["statements", "--speaker", ""], ["articles", "--stance", "deny"]):
            code, out, err = run(*args, cwd=self.dir)
            self.assertEqual((code, out), (2, ""), args)
            self.assertTrue(any(a in err for a in args if a.startswith("--")), err)

    def test_every_wrong_usage_is_said_in_the_same_form(self):
        for args in (["statements", "--bogus"], ["read"], ["statements", "extra"], ["show"], ["statements", "--limit", "x"], ["bogus"]):
            code, out, err = run(*args, cwd=self.dir)
            self.assertEqual((code, out), (2, "")); self.assertRegex(err, r"^dateline: the command line is wrong: .* \[DL-1601\]\n$")
        code, out, err = run()
        self.assertEqual((code, out), (2, "")); self.assertIn("Begin with:", err)

    def test_what_is_missing_is_named_as_it_was_given(self):
        code, _, err = run("read", "x.txt", "--db", "nowhere/x.db", cwd=self.dir)
        self.assertEqual(code, 3); self.assertIn("nowhere/x.db: ", err)
        self.file("a.txt"); self.read(self.dir / "in")
        self.assertIn("4 digits", run("show", "3f", "--db", self.db)[2])

    def test_an_unknown_command_is_named(self):
        code, _, err = run("statments")
        self.assertEqual(code, 2); self.assertIn("'statments'", err); self.assertIn("--help", err)

    def test_errors_go_to_standard_error(self):
        code, out, err = run("statements", "--db", self.dir / "none.db")
        self.assertEqual((code, out), (3, "")); self.assertIn("none.db", err)

    def test_a_missing_gazetteer_names_the_remedy(self):
        code, _, err = run("pipe", "--data", self.dir, stdin="")
        self.assertEqual(code, 3); self.assertIn("DL-1301", err); self.assertIn("gazetteer.bin", err)
        for word in ("./dev build", "install", "--data"): self.assertIn(word, err)

    def test_a_model_that_is_not_there_is_named_with_the_remedy(self):
        share = pathlib.Path(BINARY).parent / "share"
        for file in ("gazetteer.bin", "core.dlm"): shutil.copy(share / file, self.dir / file)
        for given, named in (("fast", self.dir / "fast.dlm"), (self.dir / "mine.dlm", self.dir / "mine.dlm")):
            for command in (("pipe",), ("read", self.dir, "--db", self.db), ("annotate",)):
                code, _, err = run(*command, "--data", self.dir, "--model", given, stdin="")
                self.assertEqual(code, 3, err)
                for word in ("DL-1301", str(named), "./dev build"): self.assertIn(word, err)

    def test_a_model_is_taken_by_name_and_by_path(self):
        share, text = pathlib.Path(BINARY).parent / "share", json.dumps(report(1)) + "\n"
        shutil.copy(share / "gazetteer.bin", self.dir); shutil.copy(share / "core.dlm", self.dir / "mine.dlm")
        expected = run("pipe", stdin=text)[1]
        self.assertEqual(run("pipe", "--data", self.dir, "--model", "mine", stdin=text)[1], expected)
        self.assertEqual(run("pipe", "--model", self.dir / "mine.dlm", stdin=text)[1], expected)

    def test_a_damaged_data_file_names_the_same_remedy(self):
        share = pathlib.Path(BINARY).parent / "share"
        for name in ("gazetteer.bin", "core.dlm"):
            for file in ("gazetteer.bin", "core.dlm"): shutil.copy(share / file, self.dir / file)
            with open(self.dir / name, "r+b") as file: file.truncate(1000)
            code, _, err = run("pipe", "--data", self.dir, stdin="")
            self.assertEqual(code, 3, err)
            for word in ("DL-1302", name, "./dev build", "install", "--data"): self.assertIn(word, err)


if __name__ == "__main__":
    main()
