#!/bin/sh
# Fetches the C sources of lexbor (HTML parser, Apache-2.0) into build/third_party/lexbor, or into the folder
# given as the first argument.  They come with the source package of selectolax on PyPI: fetched by name,
# version and SHA-256 with ordinary pip, never built here and never committed.  Does nothing where they are.
# Needs python3 with pip or venv (Debian: python3-pip or python3-venv).
set -eu

version=1.0.2
sha256=f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418
package=selectolax-$version

root=$(cd "$(dirname "$0")/.." && pwd)
target=${1:-$root/build/third_party/lexbor}
if [ "$(cat "$target/.fetched" 2>/dev/null || true)" = "$sha256" ]; then exit 0; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python=python3
if ! $python -m pip --version >/dev/null 2>&1; then
  if ! $python -m venv "$work/venv" >/dev/null 2>&1; then
    echo "fetch_lexbor.sh: needs pip; run: sudo apt-get install python3-pip" >&2
    exit 1
  fi
  python=$work/venv/bin/python
fi

echo "selectolax==$version --hash=sha256:$sha256" > "$work/requirements.txt"
if ! $python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary selectolax \
    --require-hashes --requirement "$work/requirements.txt" --dest "$work" > "$work/log" 2>&1; then
  cat "$work/log" >&2
  echo "fetch_lexbor.sh: could not fetch $package from the Python package index" >&2
  exit 1
fi
echo "$sha256  $work/$package.tar.gz" | sha256sum --check --quiet

tar -xzf "$work/$package.tar.gz" -C "$work" "$package/lexbor"
rm -rf "$target"
mkdir -p "$target"
cp -R "$work/$package/lexbor/source" "$work/$package/lexbor/LICENSE" "$work/$package/lexbor/NOTICE" "$target"
echo "$sha256" > "$target/.fetched"
