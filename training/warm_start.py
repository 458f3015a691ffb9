"""Weights of an earlier two-task run (parsing, statements) under this program's names.

Rows of label tables are taken by label, so the lists may differ; what has no counterpart stays as initialised.
"""
import torch

ENCODER = {"we": "pieces", "pe": "positions", "te": "segment", "ne": "norm", "case": "case", "quo": "quote"}
LAYER = {"qkv": "query_key_value", "o": "attention_out", "n1": "norm1", "f1": "up", "f2": "down", "n2": "norm2"}
HEAD = {"root": "parse.root", "ah": "parse.arc_head", "ad": "parse.arc_word", "lh": "parse.label_head",
        "ld": "parse.label_word", "U": "parse.arc", "W": "parse.label", "pu": "parse.upos",
        "t1": "statements.hidden", "t2": "statements.out", "k1": "statements.part", "k2": "statements.cue",
        "K": "statements.biaffine"}
BY_LABEL = {"W": ("DL", "deprel"), "pu": ("U", "upos")}


def _renamed(key):
    parts = key.split(".")
    if parts[:2] == ["enc", "fe"]:
        return "encoder.features.weight"
    if parts[:3] == ["enc", "b", "l"]:
        return ".".join(["encoder.layers", parts[3], LAYER[parts[4]], parts[5]])
    if parts[:2] == ["enc", "b"]:
        return ".".join(["encoder", ENCODER[parts[2]], *parts[3:]])
    return ".".join(["heads", HEAD[parts[0]], *parts[1:]])


def load(model, kept):
    """kept: what torch.load gives.  -> the number of tensors taken."""
    own, taken = model.state_dict(), 0
    for key, value in kept["sd"].items():
        target = own[_renamed(key)]
        lists = BY_LABEL.get(key.split(".")[0])
        if lists:
            old = kept[lists[0]]
            pairs = [(i, old[x]) for i, x in enumerate(model.labels[lists[1]]) if x in old]
            for i, j in pairs:
                target[i] = value[j].float()
        else:
            target.copy_(value.float())
        taken += 1
    model.load_state_dict(own)
    return taken
