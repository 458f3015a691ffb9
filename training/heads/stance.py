"""How is it said?  The stance of a statement, from the first word of its cue beside the mean of its content.

A statement without a cue has zeros in the cue's place.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

STANCES = ("assert", "deny", "hedge", "accuse", "demand", "request", "threaten", "promise", "praise", "doubt", "question",
           "announce", "refuse", "no-comment")


class StanceHead(nn.Module):
    layer = "statements"

    @classmethod
    def labels(cls, documents):
        return {"stances": list(STANCES)}

    def __init__(self, width, labels):
        super().__init__()
        self.stances = labels["stances"]
        self.hidden, self.out = nn.Linear(2 * width, 128), nn.Linear(128, len(self.stances))
        self.dropout = nn.Dropout(0.25)

    def _pairs(self, y, windows):
        """-> vectors [statements, 2 * width], the statements: those that lie in their window whole."""
        vectors, items, at = [], [], 0
        for w in windows:
            here = y[at:at + len(w.words)]
            at += len(w.words)
            for item in w.gold("statements") or ():
                spans = [*item["cue"][:1], *item["content"]]
                if not item["content"] or "stance" not in item or any(b < w.lo or e > w.hi for b, e in spans):
                    continue
                cue = here[item["cue"][0][0] - w.lo] if item["cue"] else torch.zeros(here.shape[1])
                content = torch.cat([here[b - w.lo:e - w.lo] for b, e in item["content"]]).mean(0)
                vectors.append(torch.cat([cue, content]))
                items.append((w, item))
        return vectors, items

    def logits(self, vectors):
        return self.out(self.dropout(F.gelu(self.hidden(self.dropout(vectors)))))

    def loss(self, y, windows):
        vectors, items = self._pairs(y, windows)
        if not items:
            return y.sum() * 0
        gold = torch.tensor([self.stances.index(item["stance"]) for _, item in items])
        return 0.5 * F.cross_entropy(self.logits(torch.stack(vectors)), gold, label_smoothing=0.05)

    def decode(self, y, windows):
        """-> per window [(gold statement, stance)]: stances are judged on gold spans."""
        out = {id(w): [] for w in windows}
        vectors, items = self._pairs(y, windows)
        if items:
            for (w, item), k in zip(items, self.logits(torch.stack(vectors)).argmax(-1).tolist()):
                out[id(w)].append((item, self.stances[k]))
        return [out[id(w)] for w in windows]
