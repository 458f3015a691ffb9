# eval, bench, format, lint and fuzz.

help_eval() {
  cat <<'TEXT'
./dev eval [ITEM...]
Runs the acceptance script over the dev sets and writes docs/quality.md with the commit and the date.
The dev sets hold newspaper text and are no part of the repository: DATELINE_EVAL names the folder of accept.py
(default ../shared/eval).
TEXT
}

verb_eval() {
  local scorers=${DATELINE_EVAL:-../shared/eval}
  [ -f "$scorers/accept.py" ] || die "no accept.py in $scorers: set DATELINE_EVAL to the folder of the scorers"
  verb_build dateline
  local figures
  figures=$(mktemp)
  python3 "$scorers/accept.py" --engine-dir build/release --json "$figures" "$@" || true
  python3 scripts/quality.py "$figures" docs/quality.md
  rm -f "$figures"
}

help_bench() {
  cat <<'TEXT'
./dev bench
Measures start-up, the speed from raw text to all layers with the core and the fast model, what a second core adds, the
kernels alone, and time and memory of one `dateline read` of 1,000 reports of 500 words; prints each with its bound.
TEXT
}

verb_bench() {
  verb_build dateline
  ninja -C build/release model_bench
  python3 scripts/bench.py build/release/dateline
}

help_format() {
  cat <<'TEXT'
./dev format [--check]
clang-format over all sources (--check: exit 1 if one would change).
TEXT
}

verb_format() {
  install_packages "${LINT_PACKAGES[@]}"
  local files
  mapfile -t files < <(git ls-files -co --exclude-standard '*.h' '*.cc')
  if [ "${1:-}" = "--check" ]; then clang-format-19 --dry-run -Werror "${files[@]}"; else clang-format-19 -i "${files[@]}"; fi
}

help_lint() {
  cat <<'TEXT'
./dev lint [FILE...]
clang-tidy (checks in .clang-tidy) over all sources, or the given ones; exit 1 at the first finding.
TEXT
}

verb_lint() {
  install_packages "${LINT_PACKAGES[@]}"
  verb_build
  local files=("$@")
  [ ${#files[@]} -gt 0 ] || mapfile -t files < <(git ls-files -co --exclude-standard 'src/*.cc' | grep -v '_test\.cc$')
  printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy-19 -p build/release --quiet --warnings-as-errors='*'
}

help_fuzz() {
  cat <<'TEXT'
./dev fuzz [--seconds N] [TARGET...]
Builds the fuzz targets of fuzz/ with clang and the sanitizers, and runs each for N seconds (20).
TEXT
}

verb_fuzz() {
  local seconds=20
  if [ "${1:-}" = "--seconds" ]; then seconds=${2:?--seconds wants a number}; shift 2; fi
  install_packages clang-19 libclang-rt-19-dev
  verb_setup
  [ -f build/fuzz/build.ninja ] || cmake --preset fuzz >/dev/null
  cmake --build build/fuzz --target fuzz_all >&2
  local target
  for target in ${@:+"$@"} $([ $# -gt 0 ] || (cd fuzz && ls fuzz_*.cc | sed 's/\.cc$//')); do
    say "$target, $seconds s"
    mkdir -p "build/fuzz/corpus/$target"
    "build/fuzz/fuzz/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=0 \
      "build/fuzz/corpus/$target" "fuzz/seeds" 2>&1 | tail -n 3
  done
}
