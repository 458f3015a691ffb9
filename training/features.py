"""What does the spelling of a word tell that lower-cased pieces do not?  Letter case, shape, affixes, quotation.

The vocabulary is lower-cased: case comes back as an embedding of four classes added to each piece, and the heads
see a mean of hashed affix and shape features.  The C++ side repeats these functions exactly.
"""
import re

TABLE = 20000        # rows of the hashed feature table
CASES = ("lower", "title", "upper", "mixed")

OPENING = {"“": "”", "«": "»", "„": "“", "``": "''", '"': '"', "''": "''"}


def case_of(word):
    """Index into CASES; a word without letters counts as lower."""
    if word.islower() or not any(c.isalpha() for c in word):
        return 0
    if word[:1].isupper() and (word[1:].islower() or len(word) == 1):
        return 1
    return 2 if word.isupper() else 3


def _fnv1a(text):
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def shape_of(word):
    """"McCain's" -> "XxXxxxx'x", runs longer than four cut, at most 12 characters."""
    shape = re.sub("[A-Z]", "X", re.sub("[a-z]", "x", re.sub("[0-9]", "d", word)))
    return re.sub(r"(.)\1{3,}", r"\1\1\1\1", shape)[:12]


_seen = {}


def features_of(word):
    """Rows of the feature table, sorted, without repeats."""
    if word not in _seen:
        flat = "<" + re.sub("[0-9]", "0", word.lower()) + ">"
        names = ["P" + flat[1:2], "P" + flat[1:4], "S" + flat[-4:], "S" + flat[-3:], "S" + flat[-2:],
                 "H" + shape_of(word), "W" + word[:1]]
        _seen[word] = sorted({_fnv1a(n) % TABLE for n in names})
    return _seen[word]


def quoted(words, paragraph_starts):
    """One flag a word: inside, or being, a quotation mark.  A mark left open reaches to its paragraph's end."""
    flags, closer = [], None
    for i, word in enumerate(words):
        if i in paragraph_starts:
            closer = None
        if closer is None and word in OPENING:
            closer = OPENING[word]
            flags.append(1)
        else:
            flags.append(int(closer is not None))
            if word == closer:
                closer = None
    return flags
