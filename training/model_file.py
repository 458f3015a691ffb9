"""The model file (.dlm): written and read.  docs/formats/model.md describes each byte."""
import dataclasses
import json
import struct

import numpy as np
import xxhash

from training import model as models
from training import quantized

MAGIC, VERSION, ALIGN = b"DLMODEL\0", 3, 64
HEADER = struct.Struct("<8sI4x16s")            # magic, version, checksum of all bytes behind it
SIZES = struct.Struct("<QI20x")                # bytes of the file, of the directory
SHAPE = ("hidden_size", "num_attention_heads", "intermediate_size", "max_position_embeddings", "vocab_size")


@dataclasses.dataclass
class Contents:
    """What a file holds: tensors are (name, kind, array, scales), kinds as in quantized.py; scales None for f32."""
    numbers: dict
    lists: dict
    texts: dict
    tensors: list


class _Body:
    """Sections after the directory, each aligned and padded; offsets count from the beginning of the body."""

    def __init__(self):
        self.bytes = bytearray()

    def add(self, data):
        at = len(self.bytes)
        self.bytes += data + bytes(-len(data) % ALIGN)
        return at


def write_contents(path, contents):
    """-> size in bytes.  The same contents give the same bytes."""
    body = _Body()
    lines = [f"{k}\t{v}" for k, v in contents.numbers.items()]
    lines += ["\t".join(["list", name, *items]) for name, items in sorted(contents.lists.items())]
    for name, text in contents.texts.items():
        data = text.encode("utf-8")
        lines.append(f"text\t{name}\t{body.add(data)}\t{len(data)}")
    for name, kind, array, scales in contents.tensors:
        shape = "x".join(map(str, array.shape))
        data = quantized.panels(array) if kind == "panels" else array if kind == "rows" else array.astype("<f4")
        at = body.add(data.tobytes())
        lines.append(f"tensor\t{name}\t{kind}\t{shape}\t{at}\t{'-' if scales is None else body.add(scales.tobytes())}")
    directory = "\n".join(lines).encode("utf-8") + b"\n"
    directory += b"\n" * (-(HEADER.size + SIZES.size + len(directory)) % ALIGN)
    total = HEADER.size + SIZES.size + len(directory) + len(body.bytes)
    rest = SIZES.pack(total, len(directory)) + directory + bytes(body.bytes)
    path.write_bytes(HEADER.pack(MAGIC, VERSION, xxhash.xxh3_128_digest(rest)) + rest)
    return total


def read_contents(path):
    data = path.read_bytes()
    magic, version, digest = HEADER.unpack_from(data)
    if (magic, version) != (MAGIC, VERSION) or xxhash.xxh3_128_digest(data[HEADER.size:]) != digest:
        raise ValueError(f"{path} is no model file of version {VERSION}, or damaged")
    total, size = SIZES.unpack_from(data, HEADER.size)
    begin = HEADER.size + SIZES.size
    body, out = memoryview(data)[begin + size:total], Contents({}, {}, {}, [])
    for line in data[begin:begin + size].decode("utf-8").rstrip("\n").split("\n"):
        kind, *cells = line.split("\t")
        if kind == "list":
            out.lists[cells[0]] = cells[1:]
        elif kind == "text":
            out.texts[cells[0]] = bytes(body[int(cells[1]):int(cells[1]) + int(cells[2])]).decode("utf-8")
        elif kind == "tensor":
            out.tensors.append(_tensor(body, *cells))
        else:
            out.numbers[kind] = int(cells[0])
    return out


def _tensor(body, name, kind, shape, at, scales):
    shape, at = tuple(map(int, shape.split("x"))), int(at)
    if kind == "f32":
        return name, kind, np.frombuffer(body, "<f4", int(np.prod(shape)), at).reshape(shape), None
    if kind == "rows":
        array = np.frombuffer(body, np.int8, int(np.prod(shape)), at).reshape(shape)
    else:
        array = quantized.from_panels(body[at:], shape)
    return name, kind, array, np.frombuffer(body, "<f4", shape[0], int(scales))


def write(path, model, vocabulary, card):
    """-> size in bytes.  The same weights and card give the same bytes."""
    numbers = {"layers": len(model.encoder.layers)} | {k: model.bert_config[k] for k in SHAPE}
    numbers["window_pieces"] = card["window_pieces"]
    texts = {"vocabulary": "\n".join(vocabulary), "card": json.dumps(card, ensure_ascii=False, indent=1, sort_keys=True)}
    tensors = [(name, kind, *((array, None) if kind == "f32" else quantized.rows(array)))
               for name, kind, array in quantized.tensors(model)]
    return write_contents(path, Contents(numbers, model.labels, texts, tensors))


def read(path):
    """-> model with the weights as the product sees them, vocabulary, card."""
    contents = read_contents(path)
    numbers = contents.numbers
    model = models.Model({k: numbers[k] for k in SHAPE} | {"num_hidden_layers": numbers["layers"]}, contents.lists)
    quantized.restore(model, {name: array if scales is None else array * scales[:, None]
                              for name, _, array, scales in contents.tensors})
    model.eval()
    return model, contents.texts["vocabulary"].split("\n"), json.loads(contents.texts["card"])
