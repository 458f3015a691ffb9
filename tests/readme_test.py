#!/usr/bin/env python3
"""Is the output that README.md shows what the commands really print?

Each `$ dateline ...` line between the output marks is run over a store made from examples/, and what stands under it must be its
output.  `./dev golden` rewrites the block; read the difference.

  readme_test.py --dateline BINARY [--write]
"""
import argparse, pathlib, re, shlex, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- output:begin -->\n", "<!-- output:end -->"


def output(dateline, command, db):
    words = [dateline, *shlex.split(command)[1:], "--db", db]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT)
    return "\n".join(line.rstrip() for line in done.stdout.decode("utf-8").rstrip("\n").split("\n")) + "\n"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--dateline", required=True); ap.add_argument("--write", action="store_true"); a = ap.parse_args()
    readme, dateline = ROOT / "README.md", str(pathlib.Path(a.dateline).resolve())
    head, rest = readme.read_text("utf-8").split(BEGIN)
    block, tail = rest.split(END)
    commands = re.findall(r"^    \$ (dateline .*)$", block, re.M)
    if not commands: sys.exit("README.md shows no command between its output marks")
    with tempfile.TemporaryDirectory() as folder:
        db = str(pathlib.Path(folder, "news.db"))
        subprocess.run([dateline, "read", "examples", "--db", db], cwd=ROOT, stderr=subprocess.DEVNULL)
        made = "\n".join(f"    $ {c}\n" + "".join(f"    {line}\n" if line else "\n" for line in output(dateline, c, db).rstrip("\n").split("\n")) for c in commands)
    if a.write: readme.write_text(head + BEGIN + "\n" + made + "\n" + END + tail, "utf-8"); return
    if block.strip("\n") != made.strip("\n"):
        print("README.md does not show what the commands print; ./dev golden rewrites it:\n" + made)
        sys.exit(1)


if __name__ == "__main__":
    main()
