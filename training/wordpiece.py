"""Which pieces of the vocabulary make up a word?  WordPiece of BERT, lower-cased, accents stripped.

The C++ side (src/model) has the same rules; tests compare both on the reference sentences.  A word gives at
least one piece ([UNK] if nothing fits) and at most MAX_PIECES, so every word has a first piece to stand for it.
"""
import unicodedata

MAX_PIECES = 12      # of one word: a web address must not fill a window
MAX_CHARACTERS = 100


def _is_cut_out(c):
    kind = unicodedata.category(c)
    return kind[0] == "P" or (ord(c) < 128 and not c.isalnum()) or 0x4E00 <= ord(c) < 0xA000


def basic_parts(word):
    """"Côte-d'Or" -> ["cote", "-", "d", "'", "or"]."""
    flat = unicodedata.normalize("NFD", word.lower())
    parts = [""]
    for c in flat:
        kind = unicodedata.category(c)
        if kind == "Mn":
            continue
        if c.isspace() or kind in ("Cc", "Cf"):
            parts.append("")
        elif _is_cut_out(c):
            parts += [c, ""]
        else:
            parts[-1] += c
    return [p for p in parts if p]


class WordPiece:
    @classmethod
    def of_file(cls, path):
        return cls(path.read_text("utf-8").rstrip("\n").split("\n"))

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.pad, self.unk, self.cls, self.sep = (self.ids[k] for k in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"))
        self._seen = {}

    def _longest_first(self, part):
        if len(part) > MAX_CHARACTERS:
            return [self.unk]
        out, begin = [], 0
        while begin < len(part):
            mark = "##" if begin else ""
            end = len(part)
            while end > begin and mark + part[begin:end] not in self.ids:
                end -= 1
            if end == begin:
                return [self.unk]
            out.append(self.ids[mark + part[begin:end]])
            begin = end
        return out

    def __call__(self, word):
        if word not in self._seen:
            pieces = [i for part in basic_parts(word) for i in self._longest_first(part)]
            self._seen[word] = pieces[:MAX_PIECES] or [self.unk]
        return self._seen[word]
