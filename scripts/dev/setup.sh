# setup and build.

# What the build and the tests need from Debian 12.  The last line: for lint, format and the tests in Python.
PACKAGES=(
  g++ cmake ninja-build pkg-config ccache ca-certificates
  libsimdjson-dev rapidjson-dev libicu-dev libsqlite3-dev libsodium-dev
  libuchardet-dev libxxhash-dev libcli11-dev libfmt-dev libgtest-dev
  python3 python3-pip python3-jsonschema python3-xxhash git
)
LINT_PACKAGES=(clang-tidy-19 clang-format-19)

help_setup() {
  cat <<'TEXT'
./dev setup [--lint]
Installs the Debian 12 packages that are missing (needs root; says the one command to run when it is not) and
fetches the source of the HTML parser (lexbor) by name, version and hash into build/third_party.
--lint installs clang-tidy and clang-format as well.
TEXT
}

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

install_packages() {
  local missing
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "${missing// /}" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    die "packages are missing; as root run:  apt-get update && apt-get install -y --no-install-recommends $missing"
  fi
  say "installing $missing"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

verb_setup() {
  install_packages "${PACKAGES[@]}"
  [ "${1:-}" != "--lint" ] || install_packages "${LINT_PACKAGES[@]}"
  scripts/fetch_lexbor.sh
}

help_build() {
  cat <<'TEXT'
./dev build [--preset release|debug|asan-ubsan|tsan] [TARGET...]
Sets up what is missing and builds build/PRESET/dateline (preset: release) and the tests.
TEXT
}

verb_build() {
  local preset=release
  if [ "${1:-}" = "--preset" ]; then preset=${2:?--preset wants a name}; shift 2; fi
  verb_setup
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >/dev/null
  cmake --build "build/$preset" -- ${@:+"$@"} >&2
}
