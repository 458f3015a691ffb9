#!/usr/bin/env python3
"""What the documents say is so: commands, options, error codes, folders and files that they name exist."""
import json, re, subprocess

from harness import ROOT, Case, main, run


def text(name): return (ROOT / name).read_text("utf-8")


class Documents(Case):
    def test_every_error_is_explained_and_no_other(self):
        codes = dict(re.findall(r'DL_ERROR\(\w+, (\d+), "([^"]+)"\)', text("include/dateline/error_codes.inc")))
        page = text("docs/errors.md")
        self.assertEqual(set(re.findall(r"DL-(\d{4})", page)), set(codes))
        for code, sentence in codes.items(): self.assertIn(sentence, page, code)

    def test_commands_in_the_documents_are_commands_of_the_binary(self):
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"):
            for command, rest in re.findall(r"(?:^|[`\s/])dateline (read|show|statements|events|places|articles|export|verify|pipe|extract)\b([^`\n]*)", text(name)):
                known = run(command, "--help")[1]
                for option in re.findall(r"(?<!\S)(--[a-z-]+)", rest): self.assertIn(option, known, f"{name}: dateline {command} {option}")

    def test_the_verbs_of_dev_are_there_with_help(self):
        for verb in "setup build run test eval bench format lint golden fuzz".split():
            done = subprocess.run([ROOT / "dev", verb, "--help"], stdout=subprocess.PIPE, cwd=ROOT)
            self.assertEqual(done.returncode, 0, verb); self.assertIn(f"./dev {verb}", done.stdout.decode())

    def test_readme_has_the_two_commands_and_ci_calls_them(self):
        readme, ci = text("README.md"), text(".ci/run")
        for command in ("./dev run", "./dev test"):
            self.assertRegex(readme, rf"(?m)^\s*{re.escape(command)}\b"); self.assertIn(command, ci)

    def test_paths_that_the_documents_name_exist(self):
        missing = []
        for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "THIRD_PARTY.md", "docs/decisions.md"):
            for path in re.findall(r"`((?:src|include|data|docs|tests|examples|scripts|cmake)/[\w./-]+)`", text(name)):
                if not (ROOT / path).exists(): missing.append(f"{name}: {path}")
        self.assertFalse(missing, "\n".join(missing))

    def test_relative_links_lead_to_a_file(self):
        broken = []
        for page in (*(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "THIRD_PARTY.md")), *(ROOT / "docs").rglob("*.md")):
            prose = re.sub(r"(?ms)^```.*?^```", "", page.read_text("utf-8"))
            for target in re.findall(r"\]\(([^)\s]+)\)|^\[[^\]]+\]:\s*(\S+)", prose, re.M):
                target = "".join(target).split("#")[0]
                if target and not re.match(r"[a-z]+:", target) and not (page.parent / target).exists(): broken.append(f"{page.relative_to(ROOT)}: {target}")
        self.assertFalse(broken, "\n".join(broken))

    def test_folders_are_titled_by_their_question(self):
        page = text("ARCHITECTURE.md")
        for folder in (ROOT / "src").iterdir():
            if folder.is_dir(): self.assertRegex(page, rf"`?(src/)?{folder.name}/`?", folder.name)

    def test_exit_codes_are_documented(self):
        for code in ("0", "1", "2", "3", "130"): self.assertRegex(text("README.md"), rf"(?m)^\|?\s*`?{code}`?\b")


if __name__ == "__main__":
    main()
