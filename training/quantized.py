"""How do fp32 weights become 8-bit rows, and what does the product compute with them?

A matrix [out, in] is kept as int8 with one scale a row: weight = q * scale, q in -127..127.  Its input is rounded in
the same way, one scale a word or piece, when it is multiplied.  The bilinear forms of the heads, whose input carries a
1 at the end, are matrices too: their last input column is a bias (plain_form, form_of).
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

EMBEDDINGS = ("encoder.pieces.weight", "encoder.features.weight")
PLAIN = ("encoder.positions", "encoder.case.weight", "encoder.quote.weight")
PANEL, QUAD = 16, 4          # outputs of a panel, inputs of one step in it
FORMS = ("heads.parse.arc", "heads.parse.label", "heads.statements.biaffine")


def rows(weight):
    """-> int8 array [out, in], float32 scales [out]."""
    scale = np.abs(weight).max(1) / np.float32(127)
    scale[scale == 0] = 1
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def panels(whole):
    """int8 [out, in] in the order in which kernels read a matrix: uint8 q + 128, [out/16][in/4][16 outs][4 ins], padded
    with q = 0."""
    out, size = whole.shape
    padded = np.zeros((-(-out // PANEL) * PANEL, -(-size // QUAD) * QUAD), np.int16)
    padded[:out, :size] = whole
    cut = padded.reshape(-1, PANEL, padded.shape[1] // QUAD, QUAD).transpose(0, 2, 1, 3)
    return (cut + 128).astype(np.uint8)


def from_panels(data, shape):
    """The way back, from the begin of `data`."""
    out, size = shape
    tall, wide = -(-out // PANEL), -(-size // QUAD)
    cut = np.frombuffer(data, np.uint8, tall * wide * PANEL * QUAD).reshape(tall, wide, PANEL, QUAD)
    whole = cut.transpose(0, 2, 1, 3).reshape(tall * PANEL, wide * QUAD)[:out, :size]
    return (whole.astype(np.int16) - 128).astype(np.int8)


def plain_form(form):
    """[.., in + 1, out] as torch multiplies it -> weight [.. * out, in], bias [.. * out]."""
    turned = np.swapaxes(form, -1, -2)
    turned = turned.reshape(-1, turned.shape[-1])
    return np.ascontiguousarray(turned[:, :-1]), np.ascontiguousarray(turned[:, -1])


def form_of(weight, bias, shape):
    """The way back; shape [.., in + 1, out]."""
    turned = np.concatenate([weight, bias[:, None]], 1).reshape(*shape[:-2], shape[-1], shape[-2])
    return np.ascontiguousarray(np.swapaxes(turned, -1, -2))


def kind_of(name, array):
    """How a tensor is kept: "rows" (8 bits, an embedding), "panels" (8 bits, a matrix) or "f32"."""
    if name in EMBEDDINGS:
        return "rows"
    return "panels" if name.endswith(".weight") and array.ndim == 2 and name not in PLAIN else "f32"


def tensors(model):
    """-> [(name, kind, array)] in the order of the file."""
    out = []
    for key, value in model.state_dict().items():
        array = value.float().numpy()
        if key == "encoder.segment":
            continue
        if key == "encoder.positions.weight":
            out.append(("encoder.positions", array + model.encoder.segment.numpy()))
        elif key in FORMS:
            weight, bias = plain_form(array)
            out += [(key + ".weight", weight), (key + ".bias", bias)]
        else:
            out.append((key, array))
    return [(name, kind_of(name, array), array) for name, array in out]


def restore(model, found):
    """Weights of a file {name: fp32 array} into a model."""
    state = model.state_dict()
    for key in state:
        if key == "encoder.segment":
            state[key] = torch.zeros_like(state[key])
            continue
        if key in FORMS:
            array = form_of(found[key + ".weight"], found[key + ".bias"], tuple(state[key].shape))
        else:
            array = found["encoder.positions" if key == "encoder.positions.weight" else key]
        state[key] = torch.from_numpy(np.array(array, np.float32))
    model.load_state_dict(state)


def round_inputs(model):
    """From now on the inputs of all linear layers are rounded to 8 bits a row, as the product's kernels do."""
    def forward(self, x):
        step = x.abs().amax(-1, keepdim=True).clamp(min=1e-6) / 127
        return F.linear((x / step).round() * step, self.weight, self.bias)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            module.forward = forward.__get__(module)
