#!/usr/bin/env python3
"""What must not compile does not: records without evidence, views of what is gone.  One file a case in must_not_compile/.

  must_not_compile_test.py COMPILER
"""
import pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
compiler, wrong = sys.argv[1], []
for path in sorted((ROOT / "tests/must_not_compile").glob("*.cc")):
    done = subprocess.run([compiler, "-std=c++23", "-fsyntax-only", f"-I{ROOT / 'src'}", f"-I{ROOT / 'include'}", str(path)], stderr=subprocess.PIPE)
    if (done.returncode == 0) != (path.stem == "control"):
        wrong.append(path.name)
        print(f"{path.name}: {'compiles' if done.returncode == 0 else done.stderr.decode()[:2000]}")
sys.exit(bool(wrong))
