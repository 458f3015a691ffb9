# test, golden and fuzz.

help_test() {
  cat <<'TEXT'
./dev test [--all]
Builds and passes all tests; the last line is "N passed, N failed".
--all: the same under AddressSanitizer and UndefinedBehaviourSanitizer as well, and the tests that take minutes.
TEXT
}

# Runs ctest in build/PRESET, with the options given; adds to the counts.
run_tests() {
  local preset=$1 log passed failed
  shift
  log=$(mktemp)
  say "tests ($preset)"
  ctest --test-dir "build/$preset" "$@" --output-on-failure -j "$(nproc)" 2>&1 | tee "$log" >&2 || true
  read -r passed failed < <(sed -nE 's/^[0-9]+% tests passed, ([0-9]+) tests failed out of ([0-9]+).*/\2 \1/p' "$log" | awk '{print $1 - $2, $2}')
  rm -f "$log"
  [ -n "${failed:-}" ] || { passed=0; failed=1; }
  PASSED=$((PASSED + passed)); FAILED=$((FAILED + failed))
}

verb_test() {
  PASSED=0 FAILED=0
  verb_build
  if [ "${1:-}" != "--all" ]; then
    run_tests release --label-exclude slow
  else
    run_tests release
    verb_build --preset asan-ubsan
    run_tests asan-ubsan
  fi
  echo "$PASSED passed, $FAILED failed"
  [ "$FAILED" -eq 0 ]
}

help_golden() {
  cat <<'TEXT'
./dev golden
Rewrites tests/golden/*.golden, and the output that README.md shows, from examples/ with the engine as built.  Read the
diff (git diff tests/golden README.md): each changed line is a claim about a report.
TEXT
}

verb_golden() {
  verb_build dateline
  python3 tests/golden_test.py --dateline build/release/dateline --write
  python3 tests/readme_test.py --dateline build/release/dateline --write
  git --no-pager diff --stat -- tests/golden README.md || true
}
