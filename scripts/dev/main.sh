# The verbs of ./dev and their help.

VERBS=(setup build run test eval train bench format lint golden fuzz)

dev_usage() {
  cat <<'TEXT'
./dev VERB [options]

  run      set up what is missing, build, read examples/ and show what was found
  test     build and pass all tests            (--all: with sanitizers and the slow ones)
  setup    install the Debian packages and fetch the library source that the build needs
  build    build build/release/dateline        (--preset NAME: debug, asan-ubsan, tsan)
  eval     measure accuracy on the dev sets and write docs/quality.md
  train    train the encoder and write models/core.dlm (fast: models/fast.dlm)
  bench    measure start-up, speed and memory
  format   format the sources                  (--check: only say what would change)
  lint     clang-tidy over the sources         (FILE...: only these)
  golden   rewrite tests/golden/*.golden from the examples; review the diff
  fuzz     run the fuzz targets                (--seconds N each)

Each verb has --help.  Begin with ./dev run.
TEXT
}

dev_main() {
  local verb="${1:-}"
  case "$verb" in
    "" | -h | --help | help) dev_usage; [ -n "$verb" ] || return 2; return 0 ;;
  esac
  shift
  if ! declare -F "verb_$verb" >/dev/null; then
    echo "./dev: no verb '$verb' (./dev --help lists them)" >&2
    return 2
  fi
  if [ "${1:-}" = "--help" ] || [ "${1:-}" = "-h" ]; then "help_$verb"; return 0; fi
  "verb_$verb" "$@"
}

say() { printf '\n== %s\n' "$*" >&2; }
die() { printf './dev: %s\n' "$*" >&2; exit 1; }
