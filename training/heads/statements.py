"""Who says what?  Tags of source, cue and content over the words, and a link from each word of a source or content to
the cue that it belongs to (biaffine against the first word of the cue)."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from training.heads import bio

ROLES = ("source", "cue", "content")
LINK_THRESHOLD = 0.3        # of a source; contents always get their best cue


class StatementsHead(nn.Module):
    layer = "statements"

    @classmethod
    def labels(cls, documents):
        return {"statement_roles": list(ROLES)}

    def __init__(self, width, labels):
        super().__init__()
        self.hidden, self.out = nn.Linear(width, 256), nn.Linear(256, 2 * len(labels["statement_roles"]) + 1)
        self.part, self.cue = nn.Linear(width, 128), nn.Linear(width, 128)
        self.biaffine = nn.Parameter(torch.randn(129, 128) * 0.02)
        self.dropout = nn.Dropout(0.25)

    def tags(self, y):
        return self.out(self.dropout(F.gelu(self.hidden(self.dropout(y)))))

    def links(self, parts, cues):
        """Logits [parts, cues]."""
        def project(layer, x):
            return self.dropout(F.leaky_relu(layer(x), 0.1))
        p, c = project(self.part, parts), project(self.cue, cues)
        return torch.cat([p, torch.ones(len(p), 1)], -1) @ self.biaffine @ c.t()

    def _target(self, window):
        """Tags of the words; {word: its cues' first words} for words of sources and contents."""
        lo, hi = window.lo, window.hi
        tags, owners = [0] * (hi - lo), {}
        for item in window.gold("statements"):
            cue = item["cue"][0][0] if item["cue"] else None
            for kind, role in enumerate(ROLES):
                for begin, end in item[role]:
                    for i in range(max(begin, lo), min(end, hi)):
                        tags[i - lo] = 2 * kind + 1 + (i > begin)
                        if role != "cue" and cue is not None and lo <= cue < hi:
                            owners.setdefault(i - lo, set()).add(cue - lo)
        return tags, owners

    def loss(self, y, windows):
        targets = [self._target(w) for w in windows]
        loss = 2 * F.cross_entropy(self.tags(y), torch.tensor([t for tags, _ in targets for t in tags]))
        link_loss, linked, at = 0, 0, 0
        for w, (_, owners) in zip(windows, targets):
            here = y[at:at + len(w.words)]
            at += len(w.words)
            if not owners:
                continue
            words, cues = sorted(owners), sorted(set().union(*owners.values()))
            logits = self.links(here[torch.tensor(words)], here[torch.tensor(cues)])
            gold = torch.tensor([[float(c in owners[i]) for c in cues] for i in words])
            # more cues, more easy negatives: their weight grows with the root only
            link_loss = link_loss + F.binary_cross_entropy_with_logits(logits, gold, reduction="sum") / len(cues) ** 0.5
            linked += len(words)
        return loss + link_loss / linked if linked else loss

    def decode(self, y, windows):
        """-> [{source, cue, content: [(begin, end)]}] a window."""
        scores, out, at = self.tags(y).log_softmax(-1).numpy(), [], 0
        for w in windows:
            rows = slice(at, at + len(w.words))
            out.append(self._assemble(y[rows], bio.to_spans(bio.best_path(scores[rows]))))
            at += len(w.words)
        return out

    def _assemble(self, y, spans):
        """Each content goes to its best cue, then each cue takes its best source."""
        source, cue, content = ([(b, e) for b, e, k in spans if k == kind] for kind in range(3))
        if not cue or not content:
            return []
        link = torch.sigmoid(self.links(y, y[torch.tensor([b for b, _ in cue])])).numpy()
        out = [{"source": [], "cue": [c], "content": []} for c in cue]
        for b, e in content:
            out[int(link[b:e].mean(0).argmax())]["content"].append((b, e))
        for k, item in enumerate(out):
            best = max(source, key=lambda s: link[s[0]:s[1], k].mean(), default=None)
            if best and link[best[0]:best[1], k].mean() >= LINK_THRESHOLD:
                item["source"] = [best]
        return [item for item in out if item["content"]]
