"""The model file (.dlm): written and read.  docs/formats/model.md describes each byte."""
import hashlib
import json
import struct

import numpy as np

from training import model as models
from training import quantized

MAGIC, VERSION, ALIGN = b"DLMODEL\0", 1, 64
HEADER = struct.Struct("<8sIIQ32s8x")          # magic, version, bytes of the directory, of the file, SHA-256
SHAPE = ("hidden_size", "num_attention_heads", "intermediate_size", "max_position_embeddings", "vocab_size")


class _Body:
    """Sections after the directory, each aligned; offsets count from the beginning of the body."""

    def __init__(self):
        self.bytes = bytearray()

    def add(self, data):
        self.bytes += bytes(-len(self.bytes) % ALIGN)
        at = len(self.bytes)
        self.bytes += data
        return at


def write(path, model, vocabulary, card):
    """-> size in bytes.  The same weights and card give the same bytes."""
    body, lines = _Body(), [f"layers\t{len(model.encoder.layers)}"]
    lines += [f"{k}\t{model.bert_config[k]}" for k in SHAPE]
    lines += ["\t".join(["list", name, *items]) for name, items in sorted(model.labels.items())]
    texts = {"vocabulary": "\n".join(vocabulary), "card": json.dumps(card, ensure_ascii=False, indent=1, sort_keys=True)}
    for name, text in texts.items():
        data = text.encode("utf-8")
        lines.append(f"text\t{name}\t{body.add(data)}\t{len(data)}")
    for name, array, small in quantized.tensors(model):
        shape = "x".join(map(str, array.shape))
        if small:
            whole, scale = quantized.rows(array)
            lines.append(f"tensor\t{name}\ti8\t{shape}\t{body.add(whole.tobytes())}\t{body.add(scale.tobytes())}")
        else:
            lines.append(f"tensor\t{name}\tf32\t{shape}\t{body.add(array.astype('<f4').tobytes())}\t-")
    directory = "\n".join(lines).encode("utf-8") + b"\n"
    directory += b"\n" * (-(HEADER.size + len(directory)) % ALIGN)
    rest = directory + bytes(body.bytes)
    head = HEADER.pack(MAGIC, VERSION, len(directory), HEADER.size + len(rest), hashlib.sha256(rest).digest())
    path.write_bytes(head + rest)
    return HEADER.size + len(rest)


def read(path):
    """-> model with the weights as the product sees them, vocabulary, card."""
    data = path.read_bytes()
    magic, version, size, total, digest = HEADER.unpack_from(data)
    if (magic, version, total) != (MAGIC, VERSION, len(data)) or hashlib.sha256(data[HEADER.size:]).digest() != digest:
        raise ValueError(f"{path} is no model file of version {VERSION}, or damaged")
    body = memoryview(data)[HEADER.size + size:]
    numbers, labels, texts, found = {}, {}, {}, {}
    for line in data[HEADER.size:HEADER.size + size].decode("utf-8").rstrip("\n").split("\n"):
        kind, *cells = line.split("\t")
        if kind == "list":
            labels[cells[0]] = cells[1:]
        elif kind == "text":
            texts[cells[0]] = bytes(body[int(cells[1]):int(cells[1]) + int(cells[2])]).decode("utf-8")
        elif kind == "tensor":
            name, dtype, shape, at, scales = cells
            shape = tuple(map(int, shape.split("x")))
            array = np.frombuffer(body, np.int8 if dtype == "i8" else "<f4", int(np.prod(shape)), int(at)).reshape(shape)
            if dtype == "i8":
                array = array * np.frombuffer(body, "<f4", shape[0], int(scales))[:, None]
            found[name] = array
        else:
            numbers[kind] = int(cells[0])
    model = models.Model({k: numbers[k] for k in SHAPE} | {"num_hidden_layers": numbers["layers"]}, labels)
    quantized.restore(model, found)
    model.eval()
    return model, texts["vocabulary"].split("\n"), json.loads(texts["card"])
