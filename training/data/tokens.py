"""Words and sentences of raw text, as the product's tokenizer makes them (src/text): UD words, news rules.

A short twin of it, for data that comes without tokens; the treebanks and name lists bring their own.
"""
import re

from training.window import Document

ABBREVIATIONS = set(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj adm st jr sr inc corp co ltd vs etc no vol al e.g i.e u.s "
    "u.k u.n a.m p.m d.c jan feb mar apr jun jul aug sept sep oct nov dec ft mt rev hon pres supt det brig".split())
BOUND_PREFIXES = "anti|co|de|ex|inter|mid|multi|non|post|pre|pro|re|semi|sub|ultra|vice|e|neo|intra|counter"
ENCLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m")
WORD = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[A-Za-z]\.(?:[A-Za-z]\.)+|\d+(?:[.,:]\d+)*|[A-Z]\."
                  rf"|\b(?i:{BOUND_PREFIXES})-[^\W_]+|[^\W\d_]+(?:['’][^\W\d_]+)*|\.\.\.+|--+|''|``|\s+|.", re.S)
CLOSING = {'"', "”", "’", "''", ")", "]", "'"}
OPENS_SENTENCE = set("\"“‘([-—–'•`")


def _split_word(word):
    """Where an enclitic begins: "don't" -> 2, "Iran's" -> 4, "cannot" -> 3; None if there is none."""
    flat = word.lower().replace("’", "'")
    if flat in ("cannot", "gonna", "wanna", "gotta"):
        return 3
    return next((len(word) - len(e) for e in ENCLITICS if flat.endswith(e) and len(flat) > len(e)), None)


def tokenize(text):
    """-> [(begin, end)] in code points."""
    out = []
    for match in WORD.finditer(text):
        begin, end = match.span()
        if match.group().isspace():
            continue
        cut = _split_word(match.group()) if match.group()[0].isalpha() else None
        if match.group() == "." and out and out[-1][1] == begin and text[slice(*out[-1])].lower() in ABBREVIATIONS:
            out[-1] = (out[-1][0], end)
        elif cut:
            out += [(begin, begin + cut), (begin + cut, end)]
        else:
            out.append((begin, end))
    return out


def _ends_sentence(text, tokens, i):
    """Does a sentence end after token i?  `i` is the last closing mark after the stop."""
    after = tokens[i + 1]
    first = text[after[0]]
    return after[0] > tokens[i][1] and (first.isupper() or first.isdigit() or first in OPENS_SENTENCE)


def document(name, text, gold_of):
    """Tokens, sentences and paragraphs of a text; gold_of(locate) makes the gold layers, where locate((begin, end))
    gives the word span that code points touch, or None."""
    tokens = tokenize(text)
    sentences, paragraphs, stopped = [], {0}, False
    for i, (begin, end) in enumerate(tokens):
        word = text[begin:end]
        broken = i > 0 and "\n" in text[tokens[i - 1][1]:begin]
        if i == 0 or broken:
            sentences.append(i)
            paragraphs.add(i)
        elif stopped and word not in CLOSING and _ends_sentence(text, tokens, i - 1):
            sentences.append(i)
        if not (stopped and word in CLOSING and begin == tokens[i - 1][1]):
            stopped = re.fullmatch(r"[.!?…]+", word) is not None
    at = {c: i for i, (b, e) in enumerate(tokens) for c in range(b, e)}

    def locate(span):
        touched = [at[c] for c in range(*span) if c in at]
        return (touched[0], touched[-1] + 1) if touched else None
    words = [text[b:e] for b, e in tokens]
    return Document(name, words, sentences, frozenset(paragraphs), gold_of(locate), tokens)
