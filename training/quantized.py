"""How do fp32 weights become 8-bit rows, and what does the product compute with them?

A matrix [out, in] is kept as int8 with one scale a row: weight = q * scale, q in -127..127.  Its input is rounded in
the same way, one scale a word or piece, when it is multiplied.  The bilinear forms of the heads, whose input carries a
1 at the end, are matrices too: their last input column is a bias (plain_form, form_of).
"""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

EMBEDDINGS = ("encoder.pieces", "encoder.features")
FORMS = ("heads.parse.arc", "heads.parse.label", "heads.statements.biaffine")


def rows(weight):
    """-> int8 array [out, in], float32 scales [out]."""
    scale = np.abs(weight).max(1) / np.float32(127)
    scale[scale == 0] = 1
    return np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def plain_form(form):
    """[.., in + 1, out] as torch multiplies it -> weight [.. * out, in], bias [.. * out]."""
    turned = np.swapaxes(form, -1, -2)
    turned = turned.reshape(-1, turned.shape[-1])
    return np.ascontiguousarray(turned[:, :-1]), np.ascontiguousarray(turned[:, -1])


def form_of(weight, bias, shape):
    """The way back; shape [.., in + 1, out]."""
    turned = np.concatenate([weight, bias[:, None]], 1).reshape(*shape[:-2], shape[-1], shape[-2])
    return np.ascontiguousarray(np.swapaxes(turned, -1, -2))


def tensors(model):
    """-> [(name, array, whether it is kept in 8 bits)] in the order of the file."""
    out = []
    for key, value in model.state_dict().items():
        array = value.float().numpy()
        if key == "encoder.segment":
            continue
        if key == "encoder.positions.weight":
            out.append(("encoder.positions", array + model.encoder.segment.numpy(), False))
        elif key in FORMS:
            weight, bias = plain_form(array)
            out += [(key + ".weight", weight, True), (key + ".bias", bias, False)]
        elif key.endswith(".weight") and array.ndim == 2 and not key.startswith(("encoder.case", "encoder.quote")):
            out.append((key, array, True))
        else:
            out.append((key, array, False))
    return out


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
