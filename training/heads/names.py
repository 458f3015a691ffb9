"""Which words name a person, organisation, place, country, nationality or other thing?

Two BIO layers over the words: names, and names inside names ("[[Philippine] Coast Guard]").  Where a source cannot tell
kinds apart, each of the possible tags counts as right: loss = -log of their summed probability.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from training.heads import bio

KINDS = ("PER", "ORG", "LOC", "GPE", "NAT", "MISC")


class NamesHead(nn.Module):
    layer = "names"

    @classmethod
    def labels(cls, documents):
        return {"names": list(KINDS)}

    def __init__(self, width, labels):
        super().__init__()
        self.kinds = labels["names"]
        self.tags = 2 * len(self.kinds) + 1
        self.hidden, self.out = nn.Linear(width, 256), nn.Linear(256, 2 * self.tags)
        self.dropout = nn.Dropout(0.25)

    def scores(self, y):
        """[words, 2 layers, tags] log probabilities."""
        z = self.out(self.dropout(F.gelu(self.hidden(self.dropout(y)))))
        return z.view(-1, 2, self.tags).log_softmax(-1)

    def _allowed(self, window):
        """[words, 2, tags] bool: the tags that are right; and [2]: the layers that the source marks."""
        n = len(window.words)
        allowed = torch.zeros(n, 2, self.tags, dtype=torch.bool)
        allowed[:, :, 0] = True
        for begin, end, kinds, inner in window.gold("names"):
            if begin < window.lo or end > window.hi:
                continue
            for i in range(begin, end):
                row = allowed[i - window.lo, int(inner)]
                row[0] = False
                for k in kinds:
                    row[2 * self.kinds.index(k) + 1 + (i > begin)] = True
        return allowed, torch.tensor([True, window.gold("inner")]).expand(n, 2)

    def loss(self, y, windows):
        pairs = [self._allowed(w) for w in windows]
        allowed, marked = (torch.cat(x) for x in zip(*pairs))
        right = self.scores(y).masked_fill(~allowed, -1e4).logsumexp(-1)
        return -2 * (right * marked).sum() / len(y)

    def decode(self, y, windows):
        """-> [(begin, end, kind, inner)] a window."""
        scores, out, at = self.scores(y).numpy(), [], 0
        for w in windows:
            part = scores[at:at + len(w.words)]
            at += len(w.words)
            out.append([(b, e, self.kinds[k], inner) for inner in (0, 1)
                        for b, e, k in bio.to_spans(bio.best_path(part[:, inner]))])
        return out
