#!/usr/bin/env python3
"""Does training run from data to model file, stop and go on, and does the file read back?  On a dozen made-up sentences.

An encoder of two narrow layers with random weights stands in for MiniLM.  Skipped where PyTorch or xxhash is missing.
"""
import json, os, pathlib, struct, subprocess, sys, tempfile, unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
try: import torch, xxhash
except ImportError: torch = None

WORDS = "the minister said talks in Kisumu would resume Otieno told reporters . \" , ferries".split()
TREE = """# newdoc id = a
# meta::genre = news
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tferries\tferry\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tresumed\tresume\tVERB\tVBD\t_\t0\troot\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""
TEXT = "Bo Hale said talks in Kisumu would resume, Ann Otieno said. The ferries are ready."
STATEMENT = dict(id="s1", source=[[43, 53]], cue=[[54, 58]], content=[[0, 41]], parent=None, stance="assert")
INNER = dict(id="s2", source=[[0, 7]], cue=[[8, 12]], content=[[13, 41]], parent="s1", stance="hedge")
EVENT = dict(trigger=[[54, 58]], type="REQUEST", mode="change", status="actual", actors=[dict(span=[43, 53], code="KEN GOV")], recipients=[dict(span=None, code="UNK")])
NAMES = [dict(span=[22, 28], type="LOC"), dict(span=[43, 53], type="PER")]
SHAPE = dict(hidden_size=24, num_attention_heads=2, intermediate_size=48, max_position_embeddings=512, num_hidden_layers=2)


def write_safetensors(path, tensors):
    header, body = {}, b""
    for name, t in tensors.items():
        data = t.numpy().astype("<f4").tobytes()
        header[name] = dict(dtype="F32", shape=list(t.shape), data_offsets=[len(body), len(body) + len(data)])
        body += data
    head = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(head)) + head + body)


def write_encoder(folder):
    folder.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *sorted({w.lower() for w in WORDS}), *"abcdefghijklmnopqrstuvwxyz"]
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    shape = SHAPE | dict(vocab_size=len(vocabulary))
    (folder / "config.json").write_text(json.dumps(shape), "utf-8")
    d, ff = SHAPE["hidden_size"], SHAPE["intermediate_size"]
    sizes = {"embeddings.word_embeddings.weight": (len(vocabulary), d), "embeddings.position_embeddings.weight": (512, d),
             "embeddings.token_type_embeddings.weight": (2, d), "embeddings.LayerNorm.weight": (d,), "embeddings.LayerNorm.bias": (d,)}
    for i in range(SHAPE["num_hidden_layers"]):
        at = f"encoder.layer.{i}."
        for name, rows, columns in (("attention.self.query", d, d), ("attention.self.key", d, d), ("attention.self.value", d, d),
                                    ("attention.output.dense", d, d), ("intermediate.dense", ff, d), ("output.dense", d, ff)):
            sizes |= {at + name + ".weight": (rows, columns), at + name + ".bias": (rows,)}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"): sizes |= {f"{at}{name}.{part}": (d,) for part in ("weight", "bias")}
    torch.manual_seed(1)
    write_safetensors(folder / "model.safetensors", {k: torch.randn(s) * 0.1 for k, s in sizes.items()})


def write_data(data, work):
    for name in ("treebank", "ner", "statements/polnear-train/attributions", "statements/polnear-train/text"): (data / name).mkdir(parents=True)
    for name in ("ewt", "gum"): (data / f"treebank/{name}-train.conllu").write_text(TREE * 6, "utf-8")
    (data / "ner/wikigold.txt").write_text("Otieno I-PER\nspoke O\n\n" * 6, "utf-8")
    (data / "ner/re3d_train.txt").write_text("Kisumu\tB-Location\nwaits\tO\n\n" * 6, "utf-8")
    (data / "statements/polnear-train/text/a.txt").write_text(TEXT, "utf-8")
    marks = [f"T{i}\t{role.title()} {STATEMENT[role][0][0]} {STATEMENT[role][0][1]}\tx" for i, role in enumerate(("source", "cue", "content"), 1)]
    (data / "statements/polnear-train/attributions/a_one.ann").write_text("\n".join([*marks, "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3", ""]), "utf-8")
    row = dict(id="a", text=TEXT, names=NAMES, statements=[STATEMENT, INNER], events=[EVENT])
    for name in ("authored", "own", "reports", "named"): (work / f"{name}.jsonl").write_text((json.dumps(row) + "\n") * 4, "utf-8")


@unittest.skipIf(torch is None, "PyTorch or xxhash is not installed")
class Smoke(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.work, cls.data = pathlib.Path(cls.scratch.name) / "work", pathlib.Path(cls.scratch.name) / "data"
        cls.work.mkdir(); write_encoder(cls.work / "minilm"); write_data(cls.data, cls.work)
        config = (ROOT / "training/config.toml").read_text("utf-8").replace("layers = 6", "layers = 2").replace("inner = 1152", "inner = 32").replace("batch_pieces = 1100", "batch_pieces = 120")
        (cls.work / "config.toml").write_text(config.replace("warmup_steps = 150", "warmup_steps = 5"), "utf-8")

    @classmethod
    def tearDownClass(cls): cls.scratch.cleanup()

    def call(self, module, *args):
        done = subprocess.run([sys.executable, "-m", f"training.{module}", "--work", str(self.work), *map(str, args)], cwd=ROOT,
                              env=os.environ | {"OMP_NUM_THREADS": "1"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, done.stdout.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8")

    def train(self, steps): return self.call("train", "--data", self.data, "--config", self.work / "config.toml", "--steps", steps)

    def test_trains_resumes_exports_and_reads_back(self):
        self.assertIn("step 30 ", self.train(30))
        resumed = self.train(60)
        self.assertIn(" step 30 {", resumed)
        self.assertIn("step 60 ", resumed)
        self.call("train", "--data", self.data, "--config", self.work / "config.toml", "--steps", 10, "--name", "fast",
                  "--layers", 1, "--inner", 16, "--start", self.work / "core.pt")
        out = self.work / "small.dlm"
        self.call("export", "--out", out)
        self.same_file_reads_back(out)

    def same_file_reads_back(self, path):
        from training import encoder, model, model_file, quantized, window
        from training.data import READERS
        from training.wordpiece import WordPiece
        encoder.Linear.bf16 = False
        trained, _ = model.load(self.work / "core.pt")
        again, vocabulary, card = model_file.read(path)
        self.assertEqual(card["steps"], 60)
        for (name, _, a), (_, _, b) in zip(quantized.tensors(trained), quantized.tensors(again)):
            self.assertLessEqual(abs(a - b).max(), abs(a).max() / 127 + 1e-6, name)
        document = next(READERS["authored"](self.work, "authored.jsonl"))
        found = again.decode([window.make(document, document.sentence_spans(), WordPiece(vocabulary))], ["parse", "names", "statements", "events"])
        self.assertEqual(len(found["parse"][0]), len(document.words))
        damaged = bytearray(path.read_bytes()); damaged[-1] ^= 1; path.write_bytes(damaged)
        self.assertRaises(ValueError, model_file.read, path)


if __name__ == "__main__": unittest.main()
