"""What does the encoder see at once?  Windows: runs of whole sentences with [SEP] between them.

A document is a list of words with its sentence and paragraph starts and gold layers; a window is words [lo, hi) of it
as pieces.  [SEP] stands after each sentence and once more where a paragraph begins, in training as in the product.
Gold layers (any may be absent):
  tree        per word (upos, xpos, lemma, head, label); head counts from 1 inside the sentence, 0 = root
  names       [(begin, end, kinds, inner)]: word span, the kinds it may have, whether it lies in another name
  inner       True if names inside names are marked in this source
  statements  [{source, cue, content: [(begin, end)]}], outermost ones only
  events      [{trigger: (begin, end), type, mode, status, actors, recipients: [(begin, end)]}]
"""
import dataclasses

from training import features


@dataclasses.dataclass
class Document:
    name: str
    words: list
    sentences: list                  # index of the first word of each sentence
    paragraphs: frozenset            # those of them that begin a paragraph
    gold: dict
    offsets: list = None             # (begin, end) of each word in code points, where the source has text

    def sentence_spans(self):
        return list(zip(self.sentences, self.sentences[1:] + [len(self.words)]))


@dataclasses.dataclass
class Window:
    document: Document
    lo: int
    hi: int
    words: list
    pieces: list
    cases: list
    quotes: list
    first: list                      # position of each word's first piece
    sentences: list                  # [(begin, end)] relative to lo

    @property
    def length(self):
        return len(self.pieces)

    def gold(self, layer):
        return self.document.gold.get(layer)


def make(document, sentences, wordpiece, words=None, limit=500):
    """A window of consecutive sentences [(begin, end)] of the document; `words` replaces its words (augmentation)."""
    lo, hi = sentences[0][0], sentences[-1][1]
    words = words or document.words[lo:hi]
    inside = features.quoted(words, {p - lo for p in document.paragraphs})
    w = Window(document, lo, hi, words, [wordpiece.cls], [0], [0], [], [(b - lo, e - lo) for b, e in sentences])

    def add(pieces, case, quote):
        w.pieces.extend(pieces)
        w.cases.extend([case] * len(pieces))
        w.quotes.extend([quote] * len(pieces))

    for begin, end in w.sentences:
        if begin and begin + lo in document.paragraphs:
            add([wordpiece.sep], 0, 0)
        for i in range(begin, end):
            room = limit - len(w.pieces) - 2 * (end - i)          # later words keep one piece each
            w.first.append(len(w.pieces))
            add(wordpiece(words[i])[:max(1, room)], features.case_of(words[i]), inside[i])
        add([wordpiece.sep], 0, 0)
    return w


def pack(document, budget, count):
    """Groups of consecutive sentences; `budget()` gives the pieces that the next group may hold, `count(word)` the
    pieces of a word.  A group ends early at a paragraph's end rather than inside the paragraph, if it can."""
    spans = document.sentence_spans()
    sizes = [sum(map(count, document.words[b:e])) + 1 for b, e in spans]
    out, at = [], 0
    while at < len(spans):
        room, end, whole = budget(), at, None
        while end < len(spans) and (end == at or room >= sizes[end]):
            room -= sizes[end]
            end += 1
            if end < len(spans) and spans[end][0] in document.paragraphs:
                whole = end
        if end < len(spans) and whole:
            end = whole
        out.append(spans[at:end])
        at = end
    return out


def batches(windows, pieces, random=None):
    """Windows of like length together, at most `pieces` padded pieces a batch; shuffled if `random` is given."""
    jitter = (lambda: random.random() * 20) if random else (lambda: 0)
    out, batch, longest = [], [], 0
    for w in sorted(windows, key=lambda w: w.length + jitter()):
        if batch and max(longest, w.length) * (len(batch) + 1) > pieces:
            out.append(batch)
            batch, longest = [], 0
        batch.append(w)
        longest = max(longest, w.length)
    if batch:
        out.append(batch)
    if random:
        random.shuffle(out)
    return out
