"""What is each word, and what does it hang from?  UPOS, XPOS, lemma script; arcs and labels (biaffine).

Arcs: score of every word of the sentence, and of the root, as head of each word; the tree is the best one with a
single root (tree.py).  Labels: a bilinear form a label between dependent and head.
"""
import collections

import torch
import torch.nn as nn
import torch.nn.functional as F

from training.heads import lemma, tree

ARC, LABEL = 256, 80
RARE = 3                     # lemma scripts seen less often are no class
NONE = -100                  # target that the loss passes over


class ParseHead(nn.Module):
    layer = "tree"

    @classmethod
    def labels(cls, documents):
        upos, xpos, label, script = (collections.Counter() for _ in range(4))
        for d in documents:
            for form, (u, x, lem, _, dep) in zip(d.words, d.gold["tree"]):
                upos[u] += 1
                xpos[x] += 1
                label[dep] += 1
                script[lemma.script_of(form, lem)] += 1
        return {"upos": sorted(upos), "xpos": sorted(xpos), "deprel": [k for k, _ in label.most_common()],
                "lemma": [k for k, n in script.most_common() if n >= RARE]}

    def __init__(self, width, labels):
        super().__init__()
        self.lists = {k: labels[k] for k in ("upos", "xpos", "lemma", "deprel")}
        self.index = {k: {x: i for i, x in enumerate(v)} for k, v in self.lists.items()}
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.arc_head, self.arc_word = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_head, self.label_word = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.label = nn.Parameter(torch.randn(len(self.lists["deprel"]), LABEL + 1, LABEL + 1) * 0.02)
        self.upos, self.xpos, self.lemma = (nn.Linear(width, len(self.lists[k])) for k in ("upos", "xpos", "lemma"))
        self.dropout = nn.Dropout(0.25)

    def by_sentence(self, y, windows):
        """-> [sentences, longest, width], lengths, positions of the words in y."""
        lengths, starts, at = [], [], 0
        for w in windows:
            for begin, end in w.sentences:
                starts.append(at + begin)
                lengths.append(end - begin)
            at += len(w.words)
        lengths = torch.tensor(lengths)
        column = torch.arange(int(lengths.max()))
        real = column[None] < lengths[:, None]
        index = (torch.tensor(starts)[:, None] + column[None]) * real
        return y[index], real

    def arcs(self, y, real):
        """Scores [sentence, word, head]; head 0 is the root.  Also label vectors of heads and words."""
        def project(layer, x):
            return self.dropout(F.leaky_relu(layer(x), 0.1))
        count = len(y)
        heads = torch.cat([self.root.expand(count, 1, -1), y], 1)
        words = project(self.arc_word, y)
        words = torch.cat([words, torch.ones(*words.shape[:-1], 1)], -1)
        scores = words @ self.arc @ project(self.arc_head, heads).transpose(1, 2)
        possible = torch.cat([torch.ones(count, 1, dtype=torch.bool), real], 1)
        return scores.masked_fill(~possible[:, None], -1e4), project(self.label_head, heads), project(self.label_word, y)

    def deprels(self, label_heads, label_words, heads):
        """Logits [sentence, word, label] given the heads."""
        chosen = label_heads.gather(1, heads[..., None].expand(-1, -1, LABEL))
        one = torch.ones(*chosen.shape[:-1], 1)
        chosen, words = torch.cat([chosen, one], -1), torch.cat([label_words, one], -1)
        rows, columns, size = words.shape
        form = self.label.permute(1, 0, 2).reshape(size, -1)
        crossed = (words.reshape(-1, size) @ form).view(rows * columns, -1, size)
        return torch.bmm(crossed, chosen.reshape(-1, size, 1)).view(rows, columns, -1)

    def _targets(self, windows, shape):
        """{column: [sentence, word]}; lemmas of words whose letters augmentation changed are passed over."""
        out = {k: torch.full(shape, NONE) for k in ("upos", "xpos", "lemma", "deprel", "head")}
        row = 0
        for w in windows:
            gold = w.gold("tree")
            for begin, end in w.sentences:
                for j, i in enumerate(range(begin, end)):
                    upos, xpos, lem, head, deprel = gold[w.lo + i]
                    form = w.words[i]
                    same = form == w.document.words[w.lo + i]
                    script = self.index["lemma"].get(lemma.script_of(form, lem), NONE) if same else NONE
                    out["upos"][row, j] = self.index["upos"].get(upos, NONE)
                    out["xpos"][row, j] = self.index["xpos"].get(xpos, NONE)
                    out["lemma"][row, j] = script
                    out["deprel"][row, j] = self.index["deprel"].get(deprel, NONE)
                    out["head"][row, j] = head
                row += 1
        return out

    def loss(self, y, windows):
        y, real = self.by_sentence(y, windows)
        y = self.dropout(y)
        gold = self._targets(windows, real.shape)
        arcs, label_heads, label_words = self.arcs(y, real)

        def cost(logits, target):
            return F.cross_entropy(logits.reshape(-1, logits.shape[-1]), target.reshape(-1), ignore_index=NONE)
        return (cost(arcs, gold["head"]) + cost(self.deprels(label_heads, label_words, gold["head"].clamp(min=0)),
                                                gold["deprel"])
                + 0.5 * cost(self.upos(y), gold["upos"]) + 0.25 * cost(self.xpos(y), gold["xpos"])
                + 0.25 * cost(self.lemma(y), gold["lemma"]))

    def decode(self, y, windows):
        """-> per window [(upos, xpos, lemma, head, deprel)], heads counted inside the sentence as in the gold."""
        y, real = self.by_sentence(y, windows)
        arcs, label_heads, label_words = self.arcs(y, real)
        logs, heads = arcs.log_softmax(-1).numpy(), torch.zeros(real.shape, dtype=torch.long)
        for row, length in enumerate(real.sum(1).tolist()):
            heads[row, :length] = torch.tensor(tree.best_tree(logs[row, :length, :length + 1]))
        found = {"deprel": self.deprels(label_heads, label_words, heads).argmax(-1).tolist()}
        for k in ("upos", "xpos", "lemma"):
            found[k] = getattr(self, k)(y).argmax(-1).tolist()
        out, row, heads = [], 0, heads.tolist()
        for w in windows:
            words = []
            for begin, end in w.sentences:
                for j in range(end - begin):
                    upos, xpos, script, deprel = (self.lists[k][found[k][row][j]]
                                                  for k in ("upos", "xpos", "lemma", "deprel"))
                    words.append((upos, xpos, lemma.apply(script, w.words[begin + j]), heads[row][j], deprel))
                row += 1
            out.append(words)
        return out
