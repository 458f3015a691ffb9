"""The encoder with its heads, and its checkpoints: what is trained, kept, evaluated and exported."""
import torch
import torch.nn as nn

from training import encoder as enc
from training.heads import HEADS


class Model(nn.Module):
    def __init__(self, bert_config, labels, layers=None):
        super().__init__()
        self.encoder = enc.Encoder(bert_config, layers)
        self.heads = nn.ModuleDict({name: head(self.encoder.width, labels) for name, head in HEADS.items()})
        self.labels, self.bert_config = labels, bert_config

    def losses(self, windows, heads):
        y = self.encoder(windows)
        return {name: self.heads[name].loss(y, windows) for name in heads}

    @torch.no_grad()
    def decode(self, windows, heads):
        """-> {head: [layer of each window]}."""
        y = self.encoder(windows)
        return {name: self.heads[name].decode(y, windows) for name in heads}


def save(path, model, state):
    """Written beside and renamed, so that a stop in between leaves the old checkpoint whole."""
    beside = path.with_suffix(".new")
    torch.save({"weights": model.state_dict(), "labels": model.labels, "bert_config": model.bert_config,
                "layers": len(model.encoder.layers), **state}, beside)
    beside.replace(path)


def load(path):
    """-> model ready to evaluate, the whole checkpoint."""
    kept = torch.load(path, map_location="cpu")
    model = Model(kept["bert_config"], kept["labels"], kept["layers"])
    model.load_state_dict({k: v.float() for k, v in kept["weights"].items()})
    model.eval()
    return model, kept
