#!/usr/bin/env python3
"""Builds data/lemmas.tsv: word forms whose dictionary form the suffix rules of src/annotate/lemma.cc miss.

  build_lemmas.py          write the table
  build_lemmas.py --check  exit 1 if it would change

Source: PyPI lemminflect 0.2.3 (MIT), whose table comes from the SPECIALIST Lexicon of the US National Library of
Medicine (free to use with attribution).  A form may have one lemma as a verb and another as a noun: "lives".
"""
import argparse, csv, gzip, hashlib, io, pathlib, subprocess, sys, tempfile, zipfile

WHEEL, SHA256 = "lemminflect==0.2.3", "1cf470efa783733ca5654cc1a6ee1de774e59031e61bf6210467625e84a8cf1c"
HERE = pathlib.Path(__file__).resolve().parent
VOWELS = "aeiouy"


def undouble(stem):
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsfz" + VOWELS else stem


def suffix_rules(word):
    """The twin of SuffixRules in src/annotate/lemma.cc."""
    if len(word) < 4: return word
    if word.endswith("ies") and len(word) > 4: return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")): return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")): return word[:-1]
    if word.endswith("ied") and len(word) > 4: return word[:-3] + "y"
    for ending in ("ing", "ed"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 2 and any(c in VOWELS for c in stem): return undouble(stem)
    return word


def lookup():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, WHEEL], check=True)
        wheel = next(pathlib.Path(folder).glob("*.whl")).read_bytes()
    if hashlib.sha256(wheel).hexdigest() != SHA256: sys.exit(f"{WHEEL}: the wheel is not the one that this script was written for")
    data = gzip.decompress(zipfile.ZipFile(io.BytesIO(wheel)).read("lemminflect/resources/lemma_lu.csv.gz")).decode("utf-8")
    forms = {}
    for form, part, lemmas in csv.reader(io.StringIO(data)):
        if form.isascii() and form.isalpha() and part in ("verb", "noun"): forms.setdefault(form.lower(), {})[part] = lemmas.split("/")[0].lower()
    return forms


# What the lexicon reads as a rarer word, or does not have.
FIXED = {("found", "verb"): "find", ("felt", "verb"): "feel", ("saw", "verb"): "see", ("left", "verb"): "leave", ("lies", "verb"): "lie",
         ("wound", "verb"): "wind", ("people", "noun"): "people", ("police", "noun"): "police", ("data", "noun"): "data", ("media", "noun"): "media",
         ("news", "noun"): "news", ("men", "noun"): "man", ("women", "noun"): "woman", ("children", "noun"): "child", ("lives", "noun"): "life",
         ("thought", "verb"): "think", ("is", "verb"): "be", ("was", "verb"): "be", ("has", "verb"): "have", ("had", "verb"): "have", ("'s", "verb"): "be", ("'re", "verb"): "be", ("'m", "verb"): "be", ("'ve", "verb"): "have", ("gon", "verb"): "go"}


def table():
    rows = {(form, part): lemma for form, parts in lookup().items() for part, lemma in parts.items()
            if suffix_rules(form) != lemma and 2 < len(form) < 16}
    # A noun in the singular is never asked for; only plurals are.
    rows = {(form, part): lemma for (form, part), lemma in rows.items() if part == "verb" or form != lemma or form.endswith("s")}
    rows.update({key: lemma for key, lemma in FIXED.items() if suffix_rules(key[0]) != lemma})
    head = ("# Inflected forms whose dictionary form suffix rules miss: form, part of speech, lemma.  Made by data/build_lemmas.py.\n"
            "# From lemminflect 0.2.3 (MIT licence, Brad Jascob), after the SPECIALIST Lexicon of the US National Library of Medicine.\n"
            "# A lemma that is its form keeps the rules away: \"abbas\" is no plural.\n")
    return head + "".join(f"{form}\t{part}\t{lemma}\n" for (form, part), lemma in sorted(rows.items()))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true")
    out, made = HERE / "lemmas.tsv", table()
    if ap.parse_args().check: sys.exit(out.read_text("utf-8") != made)
    out.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
