"""Short sentences out of treebank trees: each clause that has a subject, alone and cut to its core.

    "The mayor, who had been ill, said on Monday that Troy would close the bridge ."
    -> "The mayor said on Monday ."   "Troy would close the bridge ."

News is full of sentences of three to six words (headlines, urgents, captions) and treebanks are not.
"""
from training.data import treebank
from training.window import Document

CORE = {"nsubj", "nsubj:pass", "aux", "aux:pass", "obj", "iobj", "xcomp", "compound:prt", "cop", "expl"}
SHORT = {"obl", "obl:unmarked", "obl:agent", "advmod", "ccomp"}          # kept while they are short
INSIDE_DROPPED = {"acl:relcl", "appos", "parataxis", "punct", "conj", "cc", "list", "dislocated", "discourse", "vocative", "reparandum"}
RELATIVE = {"WP", "WDT", "WRB", "WP$"}
SHORTEST, LONGEST, SHORT_PART = 3, 12, 5


def _children(tree):
    """Lists of words by head; `tree` has (upos, xpos, lemma, head from 1, label), 0 for the root."""
    out = [[] for _ in range(len(tree) + 1)]
    for i, row in enumerate(tree):
        out[row[3]].append(i)
    return out


def _yield(word, tree, children, dropped):
    out, stack = [], [word]
    while stack:
        at = stack.pop()
        out.append(at)
        stack += [c for c in children[at + 1] if tree[c][4] not in dropped]
    return out


def _clause(verb, tree, children):
    """Words of the clause in order, or None if it has no subject of its own."""
    kept, subject = [verb], False
    for child in children[verb + 1]:
        label = tree[child][4]
        if label not in CORE and label not in SHORT:
            continue
        part = _yield(child, tree, children, INSIDE_DROPPED)
        if any(tree[i][1] in RELATIVE for i in part):
            return None
        if label in CORE or len(part) <= SHORT_PART:
            kept += part
            subject |= label.startswith("nsubj")
    return sorted(kept) if subject and SHORTEST <= len(kept) <= LONGEST else None


def _document(name, kept, verb, words, tree):
    place = {old: new for new, old in enumerate(kept)}
    rows = []
    for old in kept:
        upos, xpos, lemma, head, label = tree[old]
        rows.append((upos, xpos, lemma, 0, "root") if old == verb else (upos, xpos, lemma, place[head - 1] + 1, label))
    text = [words[i] for i in kept]
    text[0] = text[0][:1].upper() + text[0][1:]
    if kept[0] % 5:                                       # one in five goes without its stop, as headlines do
        text.append(".")
        rows.append(("PUNCT", ".", ".", place[verb] + 1, "punct"))
    return Document(name, text, [0], frozenset([0]), {"tree": rows})


def read(root, file, genres=None):
    for document in treebank.read(root, file, genres):
        bounds = document.sentences + [len(document.words)]
        for begin, end in zip(bounds, bounds[1:]):
            tree, words = document.gold["tree"][begin:end], document.words[begin:end]
            children = _children(tree)
            for verb, row in enumerate(tree):
                kept = _clause(verb, tree, children) if row[0] == "VERB" else None
                if kept:
                    yield _document(f"{document.name}:{begin + verb}", kept, verb, words, tree)
